package io.cioagent.core.telemetry;

import io.cioagent.core.config.LogLevel;
import io.cioagent.core.config.Settings;
import io.cioagent.core.endpoint.Endpoint;
import io.cioagent.core.event.AgentListener;
import io.cioagent.core.event.EventFanOut;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.export.PushedLog;
import io.cioagent.core.metrics.AgentFacts;
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
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.spans.ApplicationSpans;
import io.cioagent.core.spans.SpanSink;
import io.cioagent.core.spans.Spans;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.opentelemetry.api.logs.LoggerProvider;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the signals together as the settings say, and starts what serves and pushes them. */
public final class Telemetry {
  private static final Logger LOGGER = LoggerFactory.getLogger(Telemetry.class);

  private final Settings settings;
  private final String version;
  private final Sdk sdk;
  private final AgentStatus status;
  private final AgentListener listener;

  private Telemetry(Settings settings, AgentFacts agent) {
    this.settings = settings;
    this.version = agent.version;
    sdk = new Sdk(settings, agent.version);
    Instruments instruments = sdk.instruments();
    status = new AgentStatus(settings, agent, instruments, sdk.dropped(), sdk.registry());
    List<LogSink> logs = lineLogs(settings, sdk.dropped());
    LoggerProvider loggers = sdk.loggers();
    if (loggers != null) {
      logs.add(new PushedLog(loggers.get(Sdk.SCOPE)));
    }
    List<EventSink> first = Collections.singletonList(sdk);
    listener = listener(settings, agent, sdk.spans(), instruments, first, status, logs);
  }

  /** Starts the agent's own SDK. */
  public static Telemetry start(Settings settings, AgentFacts agent) {
    return new Telemetry(settings, agent);
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
    DroppedTelemetry dropped = new DroppedTelemetry(instruments);
    return listener(
        settings,
        agent,
        new ApplicationSpans(application),
        instruments,
        Collections.emptyList(),
        new AgentStatus(settings, agent, instruments, dropped, null),
        lineLogs(settings, dropped));
  }

  private static AgentListener listener(
      Settings settings,
      AgentFacts agent,
      SpanSink spans,
      Instruments instruments,
      List<EventSink> first,
      AgentStatus status,
      List<LogSink> logs) {
    UserIds userIds = new UserIds(settings.userIdMode());
    DataRules rules = new DataRules(settings.log().piiFields(), userIds);
    List<EventSink> sinks = new ArrayList<>(first);
    sinks.add(new CallMetrics(instruments, agent.places));
    sinks.add(new WebhookMetrics(instruments));
    sinks.add(status);
    sinks.add(new OperationLog(settings.log(), userIds, rules, logs));
    sinks.add(new UnknownOutcomes());
    return new EventFanOut(new Spans(spans, userIds, rules), sinks);
  }

  /** Receives everything that is observed. */
  public AgentListener listener() {
    return listener;
  }

  /** The outputs of the operation log that are not pushed; none is the same as off. */
  private static List<LogSink> lineLogs(Settings settings, DroppedTelemetry dropped) {
    List<LogSink> sinks = new ArrayList<>();
    if (settings.log().level() != LogLevel.OFF) {
      sinks.add(
          LineLog.of(
              settings.log().output(),
              settings.serviceName(),
              settings.environment(),
              dropped.of(DroppedTelemetry.LOG)));
    }
    return sinks;
  }

  /**
   * Opens the embedded endpoint if the settings enable it, lets exporters use the network, and logs
   * one line that the agent is up. If the endpoint cannot be opened one warning says what to
   * change; everything else continues.
   *
   * @param reservedPort a port that is left to others; negative for none
   * @return the endpoint, null if there is none
   */
  public @Nullable Endpoint open(int reservedPort) {
    sdk.open();
    PrometheusRegistry registry = sdk.registry();
    Endpoint endpoint = registry == null ? null : startEndpoint(registry, reservedPort);
    if (registry == null || endpoint != null) {
      LOGGER.info(
          "Customer.io agent {} observes {}; {}",
          version,
          settings.serviceName(),
          endpoint == null ? "no endpoint" : "metrics at " + endpoint.metricsUrl());
    }
    return endpoint;
  }

  /** Whether anything is pushed: then the exit of the JVM matters in any case. */
  public boolean pushes() {
    return sdk.pushes();
  }

  /** Stops what pushes: for tests. */
  void close() {
    sdk.close();
  }

  /** Null, after a warning, if it cannot be opened. */
  private @Nullable Endpoint startEndpoint(PrometheusRegistry registry, int reservedPort) {
    String host = settings.prometheusHost();
    int from = settings.prometheusPortFrom();
    int to = settings.prometheusPortTo();
    if (reservedPort == from && from == to) {
      LOGGER.warn(
          "No metrics endpoint: port {} is left to the OpenTelemetry Java agent, which serves its"
              + " own metrics there. Set customerio.agent.prometheus.port to another port.",
          from);
      return null;
    }
    try {
      return Endpoint.start(registry, sdk.recentSpans(), status, host, from, to, reservedPort);
    } catch (UnknownHostException e) {
      LOGGER.warn(
          "No metrics endpoint: host {} has no address on this machine. Set"
              + " customerio.agent.prometheus.host to a local address.",
          host);
    } catch (IOException e) {
      LOGGER.warn(
          "No metrics endpoint: {}:{} cannot be bound ({}). Set customerio.agent.prometheus.port to"
              + " a free port, to a range such as 19464-19474, or to 0 for any free port. If the"
              + " address is not local, set customerio.agent.prometheus.host.",
          host,
          from == to ? Integer.toString(from) : from + "-" + to,
          e.getMessage());
    } catch (LinkageError e) {
      // The Prometheus library refuses to start over a system property io.prometheus.* that the
      // application sets for its own copy.
      LOGGER.warn("No metrics endpoint: {}", MaskedThrowable.stackTrace(e));
    }
    return null;
  }
}
