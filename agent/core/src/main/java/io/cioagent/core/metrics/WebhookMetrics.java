package io.cioagent.core.metrics;

import io.cioagent.core.event.EventSink;
import io.cioagent.core.event.SpanHolder;
import io.cioagent.core.metrics.Instruments.Counter;
import io.cioagent.core.metrics.Instruments.Histogram;
import io.cioagent.core.webhook.BounceType;
import io.cioagent.core.webhook.CampaignType;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Event;
import io.cioagent.core.webhook.EventType;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/** Metrics of webhooks, and of the message outcomes that they report. */
public final class WebhookMetrics implements EventSink {
  private static final AttributeKey<String> EVENT_TYPE = AttributeKey.stringKey("event_type");
  private static final AttributeKey<String> CAMPAIGN_TYPE = AttributeKey.stringKey("campaign_type");
  private static final AttributeKey<String> BOUNCE_TYPE = AttributeKey.stringKey("bounce_type");
  private static final AttributeKey<String> REASON = AttributeKey.stringKey("reason");
  private static final AttributeKey<String> CHANNEL = AttributeKey.stringKey("channel");
  private static final AttributeKey<String> METRIC = AttributeKey.stringKey("metric");

  /** Up to Customer.io's patience of four seconds, and a little beyond. */
  private static final List<Double> DURATION_BOUNDS_MS =
      Arrays.asList(5d, 10d, 25d, 50d, 100d, 250d, 500d, 1000d, 2500d, 4000d, 5000d);

  /** Up to the seven days for which Customer.io sends an event again. */
  private static final List<Double> DELAY_BOUNDS_S =
      Arrays.asList(
          1d, 2d, 5d, 10d, 30d, 60d, 300d, 900d, 3600d, 14_400d, 43_200d, 86_400d, 259_200d,
          604_800d);

  /** What a dashboard compares: of those sent, how many came so far. */
  private static final List<String> EMAIL_METRICS =
      Arrays.asList("sent", "delivered", "opened", "clicked", "bounced");

  private static final double NANOS_PER_MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);
  private static final double MILLIS_PER_SECOND = TimeUnit.SECONDS.toMillis(1);

  private final Counter received;
  private final Counter errors;
  private final Counter sent;
  private final Counter delivered;
  private final Counter bounced;
  private final Counter messages;
  private final Histogram duration;
  private final Histogram lag;
  private final Histogram deliveryLatency;

  /** By event type: attributes are made once, a webhook only looks them up. */
  private final Attributes[] eventTypes = new Attributes[EventType.all().size()];

  private final ExemplarRate exemplars = new ExemplarRate(DURATION_BOUNDS_MS);

  private final Map<CampaignType, Attributes> campaignTypes = new EnumMap<>(CampaignType.class);

  /** By campaign type and then event type, as channel and metric follow from it. */
  private final Map<CampaignType, AtomicReferenceArray<@Nullable Attributes>> outcomes =
      new EnumMap<>(CampaignType.class);

  public WebhookMetrics(Instruments instruments) {
    received =
        instruments.counter(
            "customerio.webhook.received",
            "Reporting webhook events received; repeated deliveries are counted once");
    errors =
        instruments.counter(
            "customerio.webhook.errors",
            "Webhook requests that failed or were rejected, by reason");
    sent = instruments.counter("customerio.email.sent", "Emails handed to the delivery provider");
    delivered = instruments.counter("customerio.email.delivered", "Delivered emails");
    bounced = instruments.counter("customerio.email.bounced", "Bounced emails");
    messages =
        instruments.counter(
            "customerio.message.events", "Message outcomes reported by webhooks, for all channels");
    // The unit is in the name: given as a unit it would become `_milliseconds`.
    duration =
        instruments.histogram(
            "customerio.webhook.duration.ms",
            "",
            "Time from the arrival of a webhook to the end of its response in milliseconds",
            DURATION_BOUNDS_MS);
    lag =
        instruments.histogram(
            "customerio.webhook.lag",
            "s",
            "Time from the reported event to the arrival of its webhook",
            DELAY_BOUNDS_S);
    deliveryLatency =
        instruments.histogram(
            "customerio.delivery.latency",
            "s",
            "Time from a transactional send to the message outcome",
            DELAY_BOUNDS_S);
    for (EventType type : EventType.all()) {
      eventTypes[type.index()] = Attributes.of(EVENT_TYPE, type.name());
    }
    startAtZero();
  }

  /** A series that starts at zero makes "no data" mean "not scraped". */
  private void startAtZero() {
    received.add(0, eventTypes[EventType.UNKNOWN.index()], SpanHolder.empty());
    for (ErrorReason reason : ErrorReason.values()) {
      errors.add(0, Attributes.of(REASON, reason.label()), SpanHolder.empty());
    }
    for (CampaignType type : CampaignType.values()) {
      Attributes campaignType = Attributes.of(CAMPAIGN_TYPE, type.label());
      campaignTypes.put(type, campaignType);
      outcomes.put(type, new AtomicReferenceArray<>(EventType.all().size()));
      sent.add(0, campaignType, SpanHolder.empty());
      delivered.add(0, campaignType, SpanHolder.empty());
      for (String metric : EMAIL_METRICS) {
        messages.add(
            0,
            Attributes.of(CHANNEL, "email", METRIC, metric, CAMPAIGN_TYPE, type.label()),
            SpanHolder.empty());
      }
    }
    for (BounceType type : BounceType.values()) {
      bounced.add(0, Attributes.of(BOUNCE_TYPE, type.label()), SpanHolder.empty());
    }
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    failed(reason, SpanHolder.empty());
  }

  private void failed(ErrorReason reason, Context span) {
    errors.add(1, Attributes.of(REASON, reason.label()), span);
  }

  @Override
  public void ended(Webhook webhook, SentMessages.@Nullable Sent send, Context webhookSpan) {
    Attributes type = eventTypes[webhook.eventType().index()];
    double millis = webhook.durationNanos() / NANOS_PER_MILLISECOND;
    Context span = exemplars.exemplar(webhookSpan, millis, type, System.nanoTime());
    if (webhook.errorReason() != null && !webhook.isErrorReported()) {
      // Its reason is no part of the series that the rate knows.
      failed(webhook.errorReason(), webhookSpan);
    }
    if (webhook.isForged()) {
      return;
    }
    duration.record(millis, type, span);
    if (webhook.isRepeated()) {
      return;
    }
    received.add(1, type, span);
    Event event = webhook.event();
    if (event != null) {
      happened(event, webhook.startEpochMillis(), send, span);
    }
  }

  private void happened(
      Event event, long arrivalEpochMillis, SentMessages.@Nullable Sent send, Context span) {
    if (event.timestampSeconds() > 0) {
      lag.record(secondsBetween(event.epochMillis(), arrivalEpochMillis), Attributes.empty(), span);
    }
    if (event.isOfMessage()) {
      messages.add(1, outcome(event), span);
    }
    if (event.type() == EventType.EMAIL_SENT) {
      sent.add(1, campaignType(event), span);
    } else if (event.type() == EventType.EMAIL_DELIVERED) {
      delivered.add(1, campaignType(event), span);
    } else if (event.type() == EventType.EMAIL_BOUNCED) {
      bounced.add(1, Attributes.of(BOUNCE_TYPE, event.bounceType().label()), span);
    }
    if (send != null && event.timestampSeconds() > 0) {
      deliveryLatency.record(
          secondsBetween(send.epochMillis(), event.epochMillis()),
          Attributes.of(CHANNEL, event.channel(), METRIC, event.metric()),
          span);
    }
  }

  /** The map has every campaign type. */
  @SuppressWarnings("NullAway")
  private Attributes campaignType(Event event) {
    return campaignTypes.get(event.campaignType());
  }

  /** The map has every campaign type. */
  @SuppressWarnings("NullAway")
  private Attributes outcome(Event event) {
    if (event.type() == EventType.UNKNOWN) {
      // Of a known channel or with a known metric nevertheless.
      return createOutcome(event);
    }
    AtomicReferenceArray<@Nullable Attributes> ofCampaign = outcomes.get(event.campaignType());
    Attributes known = ofCampaign.get(event.type().index());
    if (known == null) {
      known = createOutcome(event);
      ofCampaign.set(event.type().index(), known);
    }
    return known;
  }

  private static Attributes createOutcome(Event event) {
    return Attributes.of(
        CHANNEL,
        event.channel(),
        METRIC,
        event.metric(),
        CAMPAIGN_TYPE,
        event.campaignType().label());
  }

  /** Customer.io reports whole seconds of another clock: a negative difference counts as 0. */
  private static double secondsBetween(long fromMillis, long toMillis) {
    return Math.max(0, toMillis - fromMillis) / MILLIS_PER_SECOND;
  }
}
