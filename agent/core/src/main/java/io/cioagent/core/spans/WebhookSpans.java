package io.cioagent.core.spans;

import io.cioagent.core.event.HttpAttributes;
import io.cioagent.core.event.SpanAttributes;
import io.cioagent.core.event.SpanContexts;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedText;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.webhook.Event;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The span of a received webhook, linked to that of the send that it reports on. */
final class WebhookSpans {
  static final AttributeKey<String> DELIVERY_ID = AttributeKey.stringKey("customerio.delivery.id");
  private static final String NAME = "customerio.webhook";
  private static final AttributeKey<String> EVENT_ID =
      AttributeKey.stringKey("customerio.event.id");

  private static final int HEX = 16;

  private final SpanSink sink;
  private final DataRules rules;

  WebhookSpans(SpanSink sink, DataRules rules) {
    this.sink = sink;
    this.rules = rules;
  }

  /** A send with its span, as later webhooks find it. */
  static SentMessages.Sent sent(long epochMillis, SpanContext span) {
    if (!span.isValid()) {
      return new SentMessages.Sent(epochMillis, 0, 0, 0, false);
    }
    String traceId = span.getTraceId();
    return new SentMessages.Sent(
        epochMillis,
        Long.parseUnsignedLong(traceId.substring(0, HEX), HEX),
        Long.parseUnsignedLong(traceId.substring(HEX), HEX),
        Long.parseUnsignedLong(span.getSpanId(), HEX),
        span.isSampled());
  }

  /**
   * Begins and ends the span of a webhook that is over.
   *
   * @param send null where it is not known
   */
  Context end(Webhook webhook, SentMessages.@Nullable Sent send) {
    OpenSpan span =
        sink.begin(
            NAME,
            SpanKind.CONSUMER,
            SpanContexts.context(webhook.parent()),
            send == null || send.spanId() == 0
                ? SpanContext.getInvalid()
                : SpanContext.create(
                    TraceId.fromLongs(send.traceIdHigh(), send.traceIdLow()),
                    SpanId.fromLong(send.spanId()),
                    send.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                    TraceState.getDefault()),
            TimeUnit.MILLISECONDS.toNanos(webhook.startEpochMillis()));
    span.setAttribute(SpanAttributes.EVENT_TYPE, webhook.eventType().name());
    span.setAttribute(SpanAttributes.APPLICATION, webhook.application());
    Event event = webhook.event();
    if (event != null) {
      // The sender of the webhook may have written anything there.
      if (event.id() != null) {
        span.setAttribute(EVENT_ID, MaskedText.of(event.id()));
      }
      if (event.deliveryId() != null) {
        span.setAttribute(DELIVERY_ID, MaskedText.of(event.deliveryId()));
      }
    }
    if (webhook.status() > 0) {
      span.setAttribute(HttpAttributes.STATUS_CODE, webhook.status());
    }
    if (webhook.errorReason() == null) {
      span.succeed();
    } else {
      String reason = webhook.errorReason().label();
      span.setAttribute(HttpAttributes.ERROR_TYPE, reason);
      String message = MaskedThrowable.message(webhook.error(), rules, null);
      span.fail(message == null ? reason : message);
    }
    span.end(TimeUnit.MILLISECONDS.toNanos(webhook.startEpochMillis()) + webhook.durationNanos());
    return span.context();
  }
}
