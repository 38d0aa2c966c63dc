package io.cioagent.core.telemetry;

import io.cioagent.core.config.Settings;
import io.cioagent.core.observe.Attempt;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.CallListener;
import io.cioagent.core.privacy.MaskedText;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.Tracer;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of calls and tells OpenTelemetry's SDK; brings the SDK and the endpoint up. */
public final class Telemetry implements CallListener {
  private static final Logger LOGGER = LoggerFactory.getLogger(Telemetry.class);
  private static final String SCOPE = "io.cioagent";

  private final Settings settings;
  private final String version;
  private final Sdk sdk;
  private final Metrics metrics;
  private final Spans spans;
  private final WebhookMetrics webhookMetrics;
  private final WebhookSpans webhookSpans;
  private final SentMessages sentMessages = new SentMessages();
  private final Set<String> warnedOf = ConcurrentHashMap.newKeySet();

  private Telemetry(Settings settings, String version) {
    this(settings, version, new Sdk(settings, version));
  }

  private Telemetry(Settings settings, String version, Sdk sdk) {
    this(settings, version, sdk, sdk.meters().get(SCOPE), sdk.tracers().get(SCOPE));
  }

  /**
   * @param sdk null where everything goes to the application's own
   */
  private Telemetry(Settings settings, String version, Sdk sdk, Meter meter, Tracer tracer) {
    this.settings = settings;
    this.version = version;
    this.sdk = sdk;
    metrics = new Metrics(meter);
    webhookMetrics = new WebhookMetrics(meter);
    spans = new Spans(tracer, new UserIds(settings.userIdMode()));
    webhookSpans = new WebhookSpans(tracer);
  }

  /**
   * Brings the SDK up.
   *
   * @param version the agent's version
   */
  public static Telemetry start(Settings settings, String version) {
    return new Telemetry(settings, version);
  }

  /**
   * Tells everything to the application's own OpenTelemetry.
   *
   * @param version the agent's version
   * @param application answers null once the application is gone
   */
  public static Telemetry startInApplication(
      Settings settings, String version, Supplier<ApplicationTelemetry> application) {
    return new Telemetry(
        settings,
        version,
        null,
        new ApplicationMeter(application),
        new ApplicationTracer(application));
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
          + Endpoint.start(sdk.registry(), sdk.recentSpans(), host, from, to).metricsUrl();
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
  public void ended(Attempt attempt) {
    metrics.ended(attempt, SpanHolder.of(spans.of(attempt)));
    spans.end(attempt);
  }

  @Override
  public void ended(Call call) {
    metrics.ended(call, SpanHolder.of(spans.of(call)));
    spans.end(call);
  }

  @Override
  public void sent(Call call, String deliveryId) {
    Span span = spans.of(call);
    span.setAttribute(WebhookSpans.DELIVERY_ID, MaskedText.of(deliveryId));
    sentMessages.add(deliveryId, WebhookSpans.sent(call.startEpochMillis(), span.getSpanContext()));
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
  }

  @Override
  public void failed(String where, Throwable failure) {
    metrics.failed(where);
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
