package io.cioagent.core.telemetry;

import io.cioagent.core.observe.Attempt;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.ErrorType;
import io.cioagent.core.observe.Outcome;
import io.cioagent.core.observe.Request;
import io.cioagent.core.operation.Operation;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The metrics of the contract: their names, labels and bounds, each declared once. */
final class Metrics {
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

  private final DoubleHistogram latency;
  private final LongCounter requests;
  private final LongCounter errors;
  private final DoubleHistogram httpDuration;
  private final LongCounter agentErrors;
  private final BoundedPorts ports = new BoundedPorts();

  /** By operation and outcome: attributes are made once, a call only looks them up. */
  private final List<Map<Outcome, Attributes>> ended = new ArrayList<>();

  Metrics(Meter meter) {
    // The unit is in the name: given as a unit it would become `_milliseconds`.
    latency =
        meter
            .histogramBuilder("customerio.api.latency.ms")
            .setDescription("Duration of Customer.io operations in milliseconds")
            .setExplicitBucketBoundariesAdvice(LATENCY_BOUNDS_MS)
            .build();
    requests =
        meter
            .counterBuilder("customerio.api.requests")
            .setDescription("Completed Customer.io operations")
            .build();
    errors =
        meter
            .counterBuilder("customerio.api.errors")
            .setDescription("Failed Customer.io operations")
            .build();
    httpDuration =
        meter
            .histogramBuilder("http.client.request.duration")
            .setUnit("s")
            .setDescription(
                "Duration of HTTP client requests to Customer.io, one observation per attempt")
            .setExplicitBucketBoundariesAdvice(HTTP_BOUNDS_S)
            .build();
    agentErrors =
        meter
            .counterBuilder("customerio.agent.errors")
            .setDescription("Internal agent errors; the application is not affected")
            .build();
    for (Operation operation : Operation.all()) {
      Map<Outcome, Attributes> outcomes = new EnumMap<>(Outcome.class);
      for (Outcome outcome : Outcome.values()) {
        outcomes.put(outcome, Attributes.of(OPERATION, operation.name(), STATUS, outcome.label()));
      }
      ended.add(outcomes);
    }
    startAtZero(Operation.IDENTIFY);
    startAtZero(Operation.TRACK);
  }

  /** So that "no data" can only mean "not scraped". */
  private void startAtZero(Operation operation) {
    for (Attributes outcome : ended.get(operation.index()).values()) {
      requests.add(0, outcome);
    }
    errors.add(0, errorAttributes(operation, ErrorType.UNKNOWN));
  }

  /**
   * @param context holds the span that the exemplar points to
   */
  void ended(Call call, Context context) {
    String errorType = call.errorType();
    Attributes attributes = ended.get(call.operation().index()).get(call.outcome());
    latency.record(
        (call.endNanos() - call.startNanos()) / NANOS_PER_MILLISECOND, attributes, context);
    requests.add(1, attributes, context);
    if (errorType != null) {
      errors.add(1, errorAttributes(call.operation(), errorType), context);
    }
  }

  private static Attributes errorAttributes(Operation operation, String errorType) {
    return Attributes.of(OPERATION, operation.name(), ERROR_TYPE, errorType);
  }

  /**
   * @param context holds the span that the exemplar points to
   */
  void ended(Attempt attempt, Context context) {
    Request request = attempt.request();
    AttributesBuilder attributes =
        Attributes.builder()
            .put(HttpAttributes.METHOD, HttpAttributes.knownMethod(request.method()))
            .put(HttpAttributes.SERVER_ADDRESS, request.host())
            .put(HttpAttributes.SERVER_PORT, (long) ports.bounded(request.port()))
            .put(HttpAttributes.URL_TEMPLATE, request.route().templateLabel());
    if (attempt.status() > 0) {
      attributes.put(HttpAttributes.STATUS_CODE, (long) attempt.status());
    }
    if (attempt.errorType() != null) {
      attributes.put(HttpAttributes.ERROR_TYPE, attempt.errorType());
    }
    httpDuration.record(
        (attempt.endNanos() - attempt.startNanos()) / NANOS_PER_SECOND,
        attributes.build(),
        context);
  }

  /** So that the first failure is an increase, which an alert can see. */
  void mayFail(String where) {
    agentErrors.add(0, Attributes.of(WHERE, where));
  }

  void failed(String where) {
    agentErrors.add(1, Attributes.of(WHERE, where));
  }
}
