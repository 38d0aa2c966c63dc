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
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of calls and tells OpenTelemetry's SDK; brings the SDK and the endpoint up. */
public final class Telemetry implements CallListener {
  private static final Logger LOGGER = LoggerFactory.getLogger(Telemetry.class);
  private static final String SCOPE = "io.cioagent";

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
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  private Telemetry(Settings settings, AgentFacts agent) {
    this.settings = settings;
    version = agent.version;
    sdk = new Sdk(settings, version);
    Meter meter = sdk.meters().get(SCOPE);
    metrics = new Metrics(meter);
    self = new SelfObservation(settings, agent, meter, metrics, sdk.registry());
    webhookMetrics = new WebhookMetrics(meter);
    Tracer tracer = sdk.tracers().get(SCOPE);
    UserIds userIds = new UserIds(settings.userIdMode());
    DataRules rules = new DataRules(settings.log().piiFields(), userIds);
    spans = new Spans(tracer, userIds, rules);
    webhookSpans = new WebhookSpans(tracer, rules);
    log = new OperationLog(settings.log(), userIds, rules, logSinks());
  }

  /** Brings the SDK up. */
  public static Telemetry start(Settings settings, AgentFacts agent) {
    return new Telemetry(settings, agent);
  }

  /** Where the operation log goes; nowhere is as good as off. */
  private List<LogSink> logSinks() {
    List<LogSink> sinks = new ArrayList<>();
    if (settings.log().level() != LogLevel.OFF) {
      sinks.add(
          LineLog.of(
              settings.log().output(),
              settings.serviceName(),
              settings.environment(),
              () -> metrics.dropped(Metrics.LOG)));
    }
    return sinks;
  }

  /**
   * Opens the embedded endpoint where the settings want it, and says in one line that the agent is
   * up. Where it cannot be opened one warning says what to change; everything else works on.
   */
  public void openEndpoint() {
    String where = sdk.registry() == null ? "no endpoint" : startEndpoint();
    if (where != null) {
      LOGGER.info("Customer.io agent {} observes {}; {}", version, settings.serviceName(), where);
    }
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
          "No metrics endpoint: host {} has no address here."
              + " Set customerio.agent.prometheus.host to an address of this machine.",
          host);
    } catch (IOException e) {
      LOGGER.warn(
          "No metrics endpoint: {}:{} cannot be bound ({}). Set customerio.agent.prometheus.port"
              + " to a free port, to a range such as 9464-9474, or to 0 for any; where the address"
              + " is none of this machine's, set customerio.agent.prometheus.host.",
          host,
          from == to ? Integer.toString(from) : from + "-" + to,
          e.getMessage());
    } catch (LinkageError e) {
      if (String.valueOf(e.getMessage()).contains("com/sun/net/httpserver")) {
        LOGGER.warn(
            "No metrics endpoint: this Java runtime lacks the module jdk.httpserver. Add the"
                + " module, or set customerio.agent.prometheus.enabled=false to go without.");
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
    metrics.ended(attempt, Context.root().with(span));
    spans.end(attempt);
    log.ended(
        attempt, HttpAttributes.knownMethod(attempt.request().method()), span.getSpanContext());
  }

  @Override
  public void ended(Call call) {
    Span span = spans.of(call);
    metrics.ended(call, Context.root().with(span));
    spans.end(call);
    log.ended(call, span.getSpanContext());
  }

  @Override
  public void sent(Call call, String deliveryId) {
    Span span = spans.of(call);
    span.setAttribute(WebhookSpans.DELIVERY_ID, MaskedText.of(deliveryId));
    sentMessages.add(deliveryId, WebhookSpans.sent(call.startEpochMillis(), span.getSpanContext()));
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    webhookMetrics.failed(reason, Context.root());
  }

  @Override
  public void ended(Webhook webhook) {
    SentMessages.Sent send =
        webhook.event() == null ? null : sentMessages.find(webhook.event().deliveryId());
    Span span = webhookSpans.begin(webhook, send);
    webhookMetrics.ended(webhook, send, Context.root().with(span));
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
          "The agent failed in {}; the application is not affected, what this concerns goes"
              + " unobserved. Said once, counted in customerio_agent_errors_total. Please report: {}",
          where,
          MaskedThrowable.stackTrace(failure));
    }
  }
}
