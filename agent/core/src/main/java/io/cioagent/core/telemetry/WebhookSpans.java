package io.cioagent.core.telemetry;

import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedText;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.webhook.Event;
import io.cioagent.core.webhook.SentMessages;
import io.cioagent.core.webhook.Webhook;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.TimeUnit;

/** Makes the span of a received webhook, linked with that of the send that it is about. */
final class WebhookSpans {
  static final AttributeKey<String> DELIVERY_ID = AttributeKey.stringKey("customerio.delivery.id");
  private static final String NAME = "customerio.webhook";
  private static final AttributeKey<String> EVENT_TYPE =
      AttributeKey.stringKey("customerio.event_type");
  private static final AttributeKey<String> EVENT_ID =
      AttributeKey.stringKey("customerio.event.id");

  private static final int HEX = 16;

  private final Tracer tracer;
  private final DataRules rules;

  WebhookSpans(Tracer tracer, DataRules rules) {
    this.rules = rules;
    this.tracer = tracer;
  }

  /** What finds the span of a send again. */
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
   * The span of a webhook that is over; to be ended by {@link #end}.
   *
   * @param send null where it is not known
   */
  Span begin(Webhook webhook, SentMessages.Sent send) {
    SpanBuilder builder =
        tracer
            .spanBuilder(NAME)
            .setSpanKind(SpanKind.CONSUMER)
            .setNoParent()
            .setStartTimestamp(webhook.startEpochMillis(), TimeUnit.MILLISECONDS);
    if (send != null && send.spanId() != 0) {
      builder.addLink(
          SpanContext.create(
              TraceId.fromLongs(send.traceIdHigh(), send.traceIdLow()),
              SpanId.fromLong(send.spanId()),
              send.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
              TraceState.getDefault()));
    }
    return builder.startSpan();
  }

  void end(Span span, Webhook webhook) {
    span.setAttribute(EVENT_TYPE, webhook.eventType().name());
    Event event = webhook.event();
    if (event != null) {
      // Whoever sent it may have written anything there.
      span.setAttribute(EVENT_ID, MaskedText.of(event.id()));
      if (event.deliveryId() != null) {
        span.setAttribute(DELIVERY_ID, MaskedText.of(event.deliveryId()));
      }
    }
    if (webhook.status() > 0) {
      span.setAttribute(HttpAttributes.STATUS_CODE, (long) webhook.status());
    }
    if (webhook.errorReason() == null) {
      span.setStatus(StatusCode.OK);
    } else {
      String reason = webhook.errorReason().label();
      span.setAttribute(HttpAttributes.ERROR_TYPE, reason);
      String message = MaskedThrowable.message(webhook.error(), rules, null);
      span.setStatus(StatusCode.ERROR, message == null ? reason : message);
    }
    span.end(
        TimeUnit.MILLISECONDS.toNanos(webhook.startEpochMillis()) + webhook.durationNanos(),
        TimeUnit.NANOSECONDS);
  }
}
