package io.cioagent.core.metrics;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.ErrorType;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.event.SpanHolder;
import io.cioagent.core.metrics.Instruments.Counter;
import io.cioagent.core.metrics.Instruments.Histogram;
import io.cioagent.core.operation.Operation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Metrics of operations and HTTP requests, and of failures in the agent. */
public final class CallMetrics implements EventSink {
  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("operation");
  private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");
  private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey("error_type");
  private static final AttributeKey<String> WHERE = AttributeKey.stringKey("where");

  private static final List<Double> LATENCY_BOUNDS_MS =
      Arrays.asList(10d, 25d, 50d, 100d, 250d, 500d, 1000d, 2500d, 5000d);

  /** The bounds that OpenTelemetry's HTTP conventions ask for. */
  private static final List<Double> HTTP_BOUNDS_S =
      Arrays.asList(0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1d, 2.5, 5d, 7.5, 10d);

  private static final double NANOS_PER_MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Histogram latency;
  private final Counter requests;
  private final Counter errors;
  private final Histogram httpDuration;
  private final Counter agentErrors;
  private final AttemptAttributes attempts = new AttemptAttributes();
  private final ExemplarRate callExemplars = new ExemplarRate(LATENCY_BOUNDS_MS);
  private final ExemplarRate attemptExemplars = new ExemplarRate(HTTP_BOUNDS_S);

  /** By operation and outcome: attributes are made once, a call only looks them up. */
  private final List<Map<Outcome, Attributes>> ended = new ArrayList<>();

  /**
   * @param places where the agent's own code may fail: a few fixed names
   */
  public CallMetrics(Instruments instruments, Collection<String> places) {
    // The unit is in the name: given as a unit it would become `_milliseconds`.
    latency =
        instruments.histogram(
            "customerio.api.latency.ms",
            "",
            "Duration of Customer.io operations in milliseconds",
            LATENCY_BOUNDS_MS);
    requests = instruments.counter("customerio.api.requests", "Completed Customer.io operations");
    errors = instruments.counter("customerio.api.errors", "Failed Customer.io operations");
    httpDuration =
        instruments.histogram(
            "http.client.request.duration",
            "s",
            "Duration of HTTP client requests to Customer.io, one observation per attempt",
            HTTP_BOUNDS_S);
    agentErrors =
        instruments.counter(
            "customerio.agent.errors", "Internal agent errors; the application is not affected");
    for (Operation operation : Operation.all()) {
      Map<Outcome, Attributes> outcomes = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, Attributes.of(OPERATION, operation.name(), STATUS, outcome.label()));
      }
      ended.add(outcomes);
    }
    startAtZero(Operation.IDENTIFY);
    startAtZero(Operation.TRACK);
    for (String place : places) {
      // So that the first failure is an increase, which an alert can see.
      agentErrors.add(0, Attributes.of(WHERE, place), SpanHolder.empty());
    }
  }

  /** A series that starts at zero makes "no data" mean "not scraped". */
  private void startAtZero(Operation operation) {
    for (Attributes outcome : ended.get(operation.index()).values()) {
      requests.add(0, outcome, SpanHolder.empty());
    }
    errors.add(0, errorAttributes(operation, ErrorType.UNKNOWN), SpanHolder.empty());
  }

  @Override
  public void ended(Call call, Context span) {
    String errorType = call.errorType();
    Attributes attributes = attributes(call.operation(), call.outcome());
    double millis = (call.endNanos() - call.startNanos()) / NANOS_PER_MILLISECOND;
    Context exemplar = callExemplars.exemplar(span, millis, attributes, call.endNanos());
    latency.record(millis, attributes, exemplar);
    requests.add(1, attributes, exemplar);
    if (errorType != null) {
      errors.add(1, errorAttributes(call.operation(), errorType), exemplar);
    }
  }

  /** The map of each operation has every outcome. */
  @SuppressWarnings("NullAway")
  private Attributes attributes(Operation operation, Outcome outcome) {
    return ended.get(operation.index()).get(outcome);
  }

  private static Attributes errorAttributes(Operation operation, String errorType) {
    return Attributes.of(OPERATION, operation.name(), ERROR_TYPE, errorType);
  }

  @Override
  public void ended(Attempt attempt, Context span) {
    double seconds = (attempt.endNanos() - attempt.startNanos()) / NANOS_PER_SECOND;
    Attributes attributes = attempts.attributes(attempt);
    Context exemplar = attemptExemplars.exemplar(span, seconds, attributes, attempt.endNanos());
    httpDuration.record(seconds, attributes, exemplar);
  }

  @Override
  public void failed(String where) {
    agentErrors.add(1, Attributes.of(WHERE, where), SpanHolder.empty());
  }
}
