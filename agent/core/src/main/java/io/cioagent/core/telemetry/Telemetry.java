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
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wires the signals together as the settings say, and starts what serves and pushes them. */
public final class Telemetry {
  private static final Logger LOGGER = LoggerFactory.getLogger(Telemetry.class);

  private final Settings settings;
  private final String version;

  /** Null where everything goes to the application's own OpenTelemetry. */
  private final Sdk sdk;

  private final AgentStatus status;
  private final EventFanOut events;

  private Telemetry(
      Settings settings,
      AgentFacts agent,
      Sdk sdk,
      Instruments instruments,
      SpanSink spans,
      DroppedTelemetry dropped) {
    this.settings = settings;
    this.version = agent.version;
    this.sdk = sdk;
    status =
        new AgentStatus(settings, agent, instruments, dropped, sdk == null ? null : sdk.registry());
    UserIds userIds = new UserIds(settings.userIdMode());
    DataRules rules = new DataRules(settings.log().piiFields(), userIds);
    List<EventSink> sinks = new ArrayList<>();
    if (sdk != null) {
      sinks.add(sdk);
    }
    sinks.add(new CallMetrics(instruments, agent.places));
    sinks.add(new WebhookMetrics(instruments));
    sinks.add(status);
    sinks.add(new OperationLog(settings.log(), userIds, rules, logSinks(dropped)));
    sinks.add(new UnknownOutcomes());
    events = new EventFanOut(new Spans(spans, userIds, rules), sinks);
  }

  /** Starts the agent's own SDK. */
  public static Telemetry start(Settings settings, AgentFacts agent) {
    Sdk sdk = new Sdk(settings, agent.version);
    return new Telemetry(settings, agent, sdk, sdk.instruments(), sdk.spans(), sdk.dropped());
  }

  /**
   * Passes everything but the operation log to the application's own OpenTelemetry.
   *
   * @param application gives null once the application is gone
   */
  public static Telemetry startInApplication(
      Settings settings, AgentFacts agent, Supplier<ApplicationTelemetry> application) {
    Instruments instruments = new ApplicationInstruments(application);
    return new Telemetry(
        settings,
        agent,
        null,
        instruments,
        new ApplicationSpans(application),
        new DroppedTelemetry(instruments));
  }

  /** Receives everything that is observed. */
  public AgentListener listener() {
    return events;
  }

  /** The outputs of the operation log; none is the same as off. */
  private List<LogSink> logSinks(DroppedTelemetry dropped) {
    List<LogSink> sinks = new ArrayList<>();
    if (settings.log().level() != LogLevel.OFF) {
      sinks.add(
          LineLog.of(
              settings.log().output(),
              settings.serviceName(),
              settings.environment(),
              dropped.of(DroppedTelemetry.LOG)));
    }
    if (sdk != null && sdk.loggers() != null) {
      sinks.add(new PushedLog(sdk.loggers().get(Sdk.SCOPE)));
    }
    return sinks;
  }

  /**
   * Opens the embedded endpoint if the settings enable it, lets exporters use the network, and logs
   * one line that the agent is up. If the endpoint cannot be opened one warning says what to
   * change; everything else continues.
   */
  public void openEndpoint() {
    sdk.open();
    String where = sdk.registry() == null ? "no endpoint" : startEndpoint();
    if (where != null) {
      LOGGER.info("Customer.io agent {} observes {}; {}", version, settings.serviceName(), where);
    }
  }

  /** Whether anything is pushed: then the exit of the JVM matters in any case. */
  public boolean pushes() {
    return sdk != null && sdk.pushes();
  }

  /** Stops what pushes: for tests. */
  void close() {
    sdk.close();
  }

  /** Where the endpoint is; null where it could not be opened, after a warning. */
  private String startEndpoint() {
    String host = settings.prometheusHost();
    int from = settings.prometheusPortFrom();
    int to = settings.prometheusPortTo();
    try {
      return "metrics at "
          + Endpoint.start(sdk.registry(), sdk.recentSpans(), status, host, from, to).metricsUrl();
    } catch (UnknownHostException e) {
      LOGGER.warn(
          "No metrics endpoint: host {} has no address on this machine. Set"
              + " customerio.agent.prometheus.host to a local address.",
          host);
    } catch (IOException e) {
      LOGGER.warn(
          "No metrics endpoint: {}:{} cannot be bound ({}). Set customerio.agent.prometheus.port to"
              + " a free port, to a range such as 9464-9474, or to 0 for any free port. If the"
              + " address is not local, set customerio.agent.prometheus.host.",
          host,
          from == to ? Integer.toString(from) : from + "-" + to,
          e.getMessage());
    } catch (LinkageError e) {
      if (String.valueOf(e.getMessage()).contains("com/sun/net/httpserver")) {
        LOGGER.warn(
            "No metrics endpoint: this Java runtime lacks the module jdk.httpserver. Add the"
                + " module, or set customerio.agent.prometheus.enabled=false to turn the endpoint"
                + " off.");
      } else {
        // The Prometheus library refuses to start over a system property io.prometheus.* that the
        // application sets for its own copy.
        LOGGER.warn("No metrics endpoint: {}", MaskedThrowable.stackTrace(e));
      }
    }
    return null;
  }
}
