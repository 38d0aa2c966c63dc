package io.cioagent.core.telemetry;

import io.cioagent.core.observe.Attempt;
import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.ErrorType;
import io.cioagent.core.observe.Outcome;
import io.cioagent.core.observe.Request;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.MaskedUrl;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.util.concurrent.TimeUnit;

/**
 * Makes the spans of the contract: one for an operation, one beneath it for each attempt. An
 * operation that is itself the exchange carries its first attempt on its own span.
 */
final class Spans {
  static final AttributeKey<String> OPERATION = AttributeKey.stringKey("customerio.operation");
  private static final AttributeKey<String> API = AttributeKey.stringKey("customerio.api");
  static final AttributeKey<String> USER_ID = AttributeKey.stringKey("customerio.user.id");
  private static final AttributeKey<String> EVENT_NAME =
      AttributeKey.stringKey("customerio.event.name");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("customerio.outcome");
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");
  static final AttributeKey<String> EXCEPTION_MESSAGE = AttributeKey.stringKey("exception.message");
  static final AttributeKey<String> EXCEPTION_STACKTRACE =
      AttributeKey.stringKey("exception.stacktrace");

  private final Tracer tracer;
  private final UserIds userIds;
  private final DataRules rules;

  Spans(Tracer tracer, UserIds userIds, DataRules rules) {
    this.rules = rules;
    this.tracer = tracer;
    this.userIds = userIds;
  }

  /** The span of a call, begun now if it has none yet. */
  Span of(Call call) {
    Object span = call.attachment();
    if (span == null) {
      SpanBuilder builder =
          tracer
              .spanBuilder(call.operation().spanName())
              .setSpanKind(SpanKind.CLIENT)
              .setParent(Parents.context(call.parent()))
              .setStartTimestamp(epochNanos(call, call.startNanos()), TimeUnit.NANOSECONDS);
      if (call.handedOverBy() != null) {
        builder.addLink(Parents.spanContext(call.handedOverBy()));
      }
      span = builder.startSpan();
      call.attach(span);
    }
    return (Span) span;
  }

  /** What log lines tell of the span of a call; null where spans are turned off. */
  TraceParent idsOf(Call call) {
    SpanContext span = of(call).getSpanContext();
    // Without an SDK the parent passes for the span.
    boolean own = call.parent() == null || !call.parent().spanId().equals(span.getSpanId());
    return span.isValid() && own
        ? new TraceParent(span.getTraceId(), span.getSpanId(), span.isSampled())
        : null;
  }

  /** The span of an attempt, begun now if it has none yet. */
  Span of(Attempt attempt) {
    Call call = attempt.call();
    if (!call.isFromClientMethod() && attempt.resendCount() == 0) {
      return of(call);
    }
    Object span = attempt.attachment();
    if (span == null) {
      Request request = attempt.request();
      String template = request.route().template();
      String method = HttpAttributes.knownMethod(request.method());
      SpanBuilder builder =
          tracer
              .spanBuilder(template == null ? method : method + ' ' + template)
              .setSpanKind(SpanKind.CLIENT)
              .setParent(SpanHolder.of(of(call)))
              .setStartTimestamp(epochNanos(call, attempt.startNanos()), TimeUnit.NANOSECONDS);
      span = builder.startSpan();
      attempt.attach(span);
    }
    return (Span) span;
  }

  /** Writes an attempt on its span; ends the span unless it is the operation's own. */
  void end(Attempt attempt) {
    Span span = of(attempt);
    Request request = attempt.request();
    String template = request.route().template();
    span.setAttribute(HttpAttributes.METHOD, HttpAttributes.knownMethod(request.method()));
    span.setAttribute(HttpAttributes.SERVER_ADDRESS, request.host());
    span.setAttribute(HttpAttributes.SERVER_PORT, (long) request.port());
    span.setAttribute(
        HttpAttributes.URL_FULL,
        MaskedUrl.full(
            request.scheme(), request.host(), request.port(), template, request.hasQuery()));
    if (template != null) {
      span.setAttribute(HttpAttributes.URL_TEMPLATE, template);
    }
    if (attempt.status() > 0) {
      span.setAttribute(HttpAttributes.STATUS_CODE, (long) attempt.status());
    }
    if (attempt.resendCount() > 0) {
      span.setAttribute(HttpAttributes.RESEND_COUNT, (long) attempt.resendCount());
    }
    if (attempt.attachment() != null) {
      if (attempt.errorType() != null) {
        span.setAttribute(HttpAttributes.ERROR_TYPE, attempt.errorType());
        fail(span, attempt.errorType(), attempt.error(), userId(attempt.call()));
      }
      span.end(epochNanos(attempt.call(), attempt.endNanos()), TimeUnit.NANOSECONDS);
    }
  }

  void end(Call call) {
    Span span = of(call);
    span.setAttribute(OPERATION, call.operation().name());
    if (call.api() != null) {
      span.setAttribute(API, call.api().value());
    }
    String userId = userId(call);
    String shown = userIds.shown(userId);
    if (shown != null) {
      span.setAttribute(USER_ID, shown);
    }
    if (call.eventName() != null) {
      span.setAttribute(EVENT_NAME, rules.text(call.eventName(), userId));
    }
    if (call.outcome() == Outcome.UNKNOWN) {
      // The status stays unset: neither OK nor an error.
      span.setAttribute(OUTCOME, Outcome.UNKNOWN.label());
    } else if (call.outcome() == Outcome.SUCCESS) {
      span.setStatus(StatusCode.OK);
    } else {
      span.setAttribute(HttpAttributes.ERROR_TYPE, call.errorType());
      fail(span, call.errorType(), call.error(), userId);
    }
    span.end(epochNanos(call, call.endNanos()), TimeUnit.NANOSECONDS);
  }

  private static String userId(Call call) {
    return call.userId() == null ? null : call.userId().toString();
  }

  private void fail(Span span, String errorType, Throwable error, String userId) {
    String message = MaskedThrowable.message(error, rules, userId);
    if (message == null) {
      message = ErrorType.inWords(errorType);
    }
    span.setStatus(StatusCode.ERROR, message);
    if (error != null) {
      span.addEvent(
          "exception",
          Attributes.of(
              EXCEPTION_TYPE,
              error.getClass().getName(),
              EXCEPTION_MESSAGE,
              message,
              EXCEPTION_STACKTRACE,
              MaskedThrowable.stackTrace(error, rules, userId)));
    }
  }

  /** Wall clock once per call, steps from there by the steady clock: children never lie outside. */
  private static long epochNanos(Call call, long nanos) {
    return TimeUnit.MILLISECONDS.toNanos(call.startEpochMillis()) + (nanos - call.startNanos());
  }
}
