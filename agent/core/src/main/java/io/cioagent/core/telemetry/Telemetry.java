package io.cioagent.core.telemetry;

import io.cioagent.core.config.LogLevel;
import io.cioagent.core.config.Settings;
import io.cioagent.core.endpoint.RecentSpans;
import io.cioagent.core.endpoint.ServedTelemetry;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.event.EventFanOut;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.export.PushedLog;
import io.cioagent.core.metrics.AgentFacts;
import io.cioagent.core.metrics.AgentMetrics;
import io.cioagent.core.metrics.AgentStatus;
import io.cioagent.core.metrics.ApplicationInstruments;
import io.cioagent.core.metrics.CallMetrics;
import io.cioagent.core.metrics.DroppedTelemetry;
import io.cioagent.core.metrics.Instruments;
import io.cioagent.core.metrics.WebhookMetrics;
import io.cioagent.core.oplog.LineLog;
import io.cioagent.core.oplog.LogSink;
import io.cioagent.core.oplog.OperationLog;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.spans.ApplicationSpans;
import io.cioagent.core.spans.NoSpans;
import io.cioagent.core.spans.SpanIds;
import io.cioagent.core.spans.SpanSink;
import io.cioagent.core.spans.Spans;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Wires the signals together as the settings say, and starts what pushes them. */
public final class Telemetry implements ServedTelemetry {
  private final Sdk sdk;
  private final AgentListener listener;

  /** Starts the agent's own SDK. */
  Telemetry(Settings settings, AgentFacts agent, AgentStatus status) {
    sdk = new Sdk(settings, agent.version(), status.dropped());
    Instruments instruments = sdk.instruments();
    AgentMetrics.add(agent, instruments, sdk.registry());
    List<LogSink> logs = lineLogs(settings, sdk.dropped().of(DroppedTelemetry.LOG));
    LoggerProvider loggers = sdk.loggers();
    if (loggers != null) {
      logs.add(new PushedLog(loggers.get(Sdk.SCOPE)));
    }
    List<EventSink> first = Arrays.asList(sdk, status);
    listener = listener(settings, agent, sdk.spans(), instruments, first, logs);
  }

  /**
   * Receives everything that is observed, and passes everything but the operation log to the
   * application's own OpenTelemetry. Nothing is served or pushed.
   *
   * @param application gives null once the application is gone
   */
  public static AgentListener inApplication(
      Settings settings, AgentFacts agent, Supplier<@Nullable ApplicationTelemetry> application) {
    Instruments instruments = new ApplicationInstruments(application);
    DroppedTelemetry dropped = new DroppedTelemetry(instruments, new LongAdder());
    return listener(
        settings,
        agent,
        new ApplicationSpans(application),
        instruments,
        Collections.emptyList(),
        lineLogs(settings, dropped.of(DroppedTelemetry.LOG)));
  }

  /**
   * Receives what is observed by an application that exits: only the operation log is written, as
   * nothing is pushed and nobody scrapes any more.
   */
  static AgentListener logOnly(Settings settings, AgentStatus status) {
    SpanSink spans =
        settings.recentSpans() > 0 ? new SpanIds(Sdk.sampling(settings)) : new NoSpans();
    Runnable dropped = status.dropped()::increment;
    return listener(
        settings, spans, Collections.singletonList(status), lineLogs(settings, dropped));
  }

  private static AgentListener listener(
      Settings settings,
      AgentFacts agent,
      SpanSink spans,
      Instruments instruments,
      List<EventSink> first,
      List<LogSink> logs) {
    List<EventSink> sinks = new ArrayList<>(first);
    sinks.add(new CallMetrics(instruments, agent.places()));
    sinks.add(new WebhookMetrics(instruments));
    return listener(settings, spans, sinks, logs);
  }

  private static AgentListener listener(
      Settings settings, SpanSink spans, List<EventSink> first, List<LogSink> logs) {
    UserIds userIds = new UserIds(settings.userIdMode());
    DataRules rules = new DataRules(settings.log().piiFields(), userIds);
    List<EventSink> sinks = new ArrayList<>(first);
    sinks.add(new OperationLog(settings.log(), userIds, rules, logs));
    sinks.add(new UnknownOutcomes());
    return new EventFanOut(new Spans(spans, userIds, rules), sinks);
  }

  /** Receives everything that is observed. */
  AgentListener listener() {
    return listener;
  }

  /** The outputs of the operation log that are not pushed; none is the same as off. */
  private static List<LogSink> lineLogs(Settings settings, Runnable dropped) {
    List<LogSink> sinks = new ArrayList<>();
    if (settings.log().level() != LogLevel.OFF) {
      sinks.add(
          LineLog.of(
              settings.log().output(), settings.serviceName(), settings.environment(), dropped));
    }
    return sinks;
  }

  @Override
  public PrometheusRegistry registry() {
    return Objects.requireNonNull(sdk.registry(), "there is no endpoint");
  }

  @Override
  public @Nullable RecentSpans recentSpans() {
    return sdk.recentSpans();
  }

  /** Lets exporters use the network from now on. */
  void open() {
    sdk.open();
  }

  /** Stops what pushes: for tests. */
  void close() {
    sdk.close();
  }
}
