package io.cioagent.core.telemetry;

import io.cioagent.core.config.LogLevel;
import io.cioagent.core.config.Settings;
import io.cioagent.core.observe.Attempt;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.CallListener;
import io.cioagent.core.oplog.LineLog;
import io.cioagent.core.oplog.LogSink;
import io.cioagent.core.oplog.OperationLog;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedText;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of calls and tells OpenTelemetry's SDK; brings the SDK and the endpoint up. */
public final class Telemetry implements CallListener {
  private static final Logger LOGGER = LoggerFactory.getLogger(Telemetry.class);

  private final Settings settings;
  private final String version;
  private final SelfObservation self;
  private final Sdk sdk;
  private final Metrics metrics;
  private final Spans spans;
  private final WebhookMetrics webhookMetrics;
  private final WebhookSpans webhookSpans;
  private final OperationLog log;
  private final SentMessages sentMessages = new SentMessages();
  private final UnknownOutcomes unknownOutcomes = new UnknownOutcomes();
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  private Telemetry(Settings settings, AgentFacts agent, Sdk sdk) {
    this(settings, agent, sdk, sdk.meters().get(Sdk.SCOPE), sdk.tracers().get(Sdk.SCOPE));
  }

  /**
   * @param sdk null where everything goes to the application's own
   */
  private Telemetry(Settings settings, AgentFacts agent, Sdk sdk, Meter meter, Tracer tracer) {
    this.settings = settings;
    version = agent.version;
    this.sdk = sdk;
    metrics = new Metrics(meter);
    Dropped dropped = sdk == null ? new Dropped(meter) : sdk.dropped();
    self =
        new SelfObservation(
            settings, agent, meter, metrics, dropped, sdk == null ? null : sdk.registry());
    webhookMetrics = new WebhookMetrics(meter);
    UserIds userIds = new UserIds(settings.userIdMode());
    DataRules rules = new DataRules(settings.log().piiFields(), userIds);
    spans = new Spans(tracer, userIds, rules);
    webhookSpans = new WebhookSpans(tracer, rules);
    log = new OperationLog(settings.log(), userIds, rules, logSinks(dropped));
  }

  /** Brings the SDK up. */
  public static Telemetry start(Settings settings, AgentFacts agent) {
    return new Telemetry(settings, agent, new Sdk(settings, agent.version));
  }

  /**
   * Tells everything to the application's own OpenTelemetry, but for the operation log.
   *
   * @param application answers null once the application is gone
   */
  public static Telemetry startInApplication(
      Settings settings, AgentFacts agent, Supplier<ApplicationTelemetry> application) {
    return new Telemetry(
        settings,
        agent,
        null,
        new ApplicationMeter(application),
        new ApplicationTracer(application));
  }

  /** Where the operation log goes; nowhere is as good as off. */
  private List<LogSink> logSinks(Dropped dropped) {
    List<LogSink> sinks = new ArrayList<>();
    if (settings.log().level() != LogLevel.OFF) {
      sinks.add(
          LineLog.of(
              settings.log().output(),
              settings.serviceName(),
              settings.environment(),
              dropped.of(Dropped.LOG)));
    }
    if (sdk != null && sdk.loggers() != null) {
      sinks.add(new PushedLog(sdk.loggers().get(Sdk.SCOPE)));
    }
    return sinks;
  }

  /**
   * Opens the embedded endpoint where the settings want it, lets exporters use the network, and
   * says in one line that the agent is up. Where it cannot be opened one warning says what to
   * change; everything else works on.
   */
  public void openEndpoint() {
    sdk.open();
    String where = sdk.registry() == null ? "no endpoint" : startEndpoint();
    if (where != null) {
      LOGGER.info("Customer.io agent {} observes {}; {}", version, settings.serviceName(), where);
    }
  }

  /** Whether anything is pushed: then the end of the JVM is to be heard of in any case. */
  public boolean pushes() {
    return sdk != null && sdk.pushes();
  }

  @Override
  public void ending(long deadlineNanos) {
    if (sdk != null) {
      sdk.flushAtExit(deadlineNanos);
    }
    log.flush(deadlineNanos);
  }

  /** Stops what pushes: for tests. */
  void close() {
    sdk.close();
  }

  /** Says where the endpoint is; null where it is not, which was warned about. */
  private String startEndpoint() {
    String host = settings.prometheusHost();
    int from = settings.prometheusPortFrom();
    int to = settings.prometheusPortTo();
    try {
      return "metrics at "
          + Endpoint.start(sdk.registry(), sdk.recentSpans(), self, host, from, to).metricsUrl();
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

  @Override
  public void started(Call call) {
    spans.of(call);
  }

  @Override
  public void started(Attempt attempt) {
    spans.of(attempt);
  }

  @Override
  public void left(Call call) {
    log.left(call);
  }

  @Override
  public void ended(Attempt attempt) {
    Span span = spans.of(attempt);
    metrics.ended(attempt, SpanHolder.of(span));
    spans.end(attempt);
    log.ended(
        attempt, HttpAttributes.knownMethod(attempt.request().method()), span.getSpanContext());
  }

  @Override
  public void ended(Call call) {
    Span span = spans.of(call);
    metrics.ended(call, SpanHolder.of(span));
    spans.end(call);
    log.ended(call, span.getSpanContext());
    unknownOutcomes.ended(call);
  }

  @Override
  public void sent(Call call, String deliveryId) {
    Span span = spans.of(call);
    span.setAttribute(WebhookSpans.DELIVERY_ID, MaskedText.of(deliveryId));
    sentMessages.add(deliveryId, WebhookSpans.sent(call.startEpochMillis(), span.getSpanContext()));
  }

  @Override
  public TraceParent spanOf(Call call) {
    return spans.idsOf(call);
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    webhookMetrics.failed(reason, SpanHolder.empty());
  }

  @Override
  public void ended(Webhook webhook) {
    SentMessages.Sent send =
        webhook.event() == null ? null : sentMessages.find(webhook.event().deliveryId());
    Span span = webhookSpans.begin(webhook, send);
    webhookMetrics.ended(webhook, send, SpanHolder.of(span));
    webhookSpans.end(span, webhook);
    log.ended(webhook, span.getSpanContext());
  }

  @Override
  public void failed(String where, Throwable failure) {
    metrics.failed(where);
    self.failed();
    if (warnedOf.add(where)) {
      // As a text: the exception may quote what the application passed.
      LOGGER.warn(
          "The agent failed in {}. The application is not affected, but some of its calls are not"
              + " observed. Further failures are only counted in customerio_agent_errors_total."
              + " Please report: {}",
          where,
          MaskedThrowable.stackTrace(failure));
    }
  }
}
