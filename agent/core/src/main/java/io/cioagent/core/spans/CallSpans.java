package io.cioagent.core.spans;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.call.ErrorType;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.call.Request;
import io.cioagent.core.event.HttpAttributes;
import io.cioagent.core.event.SpanAttributes;
import io.cioagent.core.event.SpanContexts;
import io.cioagent.core.privacy.DataRules;
import io.cioagent.core.privacy.MaskedThrowable;
import io.cioagent.core.privacy.UserIds;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The spans of an operation: one for the call, one beneath it for each attempt. An operation that
 * is itself the exchange carries its first attempt on its own span.
 */
final class CallSpans {
  private static final AttributeKey<String> API = AttributeKey.stringKey("customerio.api");
  private static final AttributeKey<String> EVENT_NAME =
      AttributeKey.stringKey("customerio.event.name");
  private static final AttributeKey<String> OUTCOME = AttributeKey.stringKey("customerio.outcome");
  private static final AttributeKey<String> EXCEPTION_TYPE =
      AttributeKey.stringKey("exception.type");

  private final SpanSink sink;
  private final UserIds userIds;
  private final DataRules rules;
  private final RequestTexts.Cache requests = new RequestTexts.Cache();

  CallSpans(SpanSink sink, UserIds userIds, DataRules rules) {
    this.sink = sink;
    this.userIds = userIds;
    this.rules = rules;
  }

  /** The span of a call, begun now if it has none yet. */
  OpenSpan of(Call call) {
    OpenSpan span = (OpenSpan) call.attachment();
    if (span == null) {
      span =
          sink.begin(
              call.operation().spanName(),
              SpanKind.CLIENT,
              SpanContexts.context(call.parent()),
              SpanContexts.spanContext(call.handedOverBy()),
              epochNanos(call, call.startNanos()));
      call.attach(span);
    }
    return span;
  }

  /** The ids that log lines show; null where spans are off. */
  @Nullable TraceParent idsOf(Call call) {
    SpanContext span = Span.fromContext(of(call).context()).getSpanContext();
    // Without an SDK the parent passes for the span.
    boolean own = call.parent() == null || !call.parent().spanId().equals(span.getSpanId());
    return own ? SpanContexts.of(span) : null;
  }

  /** The span of an attempt, begun now if it has none yet. */
  OpenSpan of(Attempt attempt) {
    Call call = attempt.call();
    if (!call.isFromClientMethod() && attempt.resendCount() == 0) {
      return of(call);
    }
    OpenSpan span = (OpenSpan) attempt.attachment();
    if (span == null) {
      span =
          sink.begin(
              requests.of(attempt.request()).spanName(),
              SpanKind.CLIENT,
              of(call).context(),
              SpanContext.getInvalid(),
              epochNanos(call, attempt.startNanos()));
      attempt.attach(span);
    }
    return span;
  }

  /** Writes an attempt on its span; ends the span unless it is the operation's own. */
  Context end(Attempt attempt) {
    OpenSpan span = of(attempt);
    Request request = attempt.request();
    RequestTexts texts = requests.of(request);
    String template = request.route().template();
    span.setAttribute(HttpAttributes.METHOD, texts.method());
    span.setAttribute(HttpAttributes.SERVER_ADDRESS, request.host());
    span.setAttribute(HttpAttributes.SERVER_PORT, request.port());
    span.setAttribute(HttpAttributes.URL_FULL, texts.url());
    if (template != null) {
      span.setAttribute(HttpAttributes.URL_TEMPLATE, template);
    }
    if (attempt.status() > 0) {
      span.setAttribute(HttpAttributes.STATUS_CODE, attempt.status());
    }
    if (attempt.resendCount() > 0) {
      span.setAttribute(HttpAttributes.RESEND_COUNT, attempt.resendCount());
    }
    if (attempt.attachment() != null) {
      if (attempt.errorType() != null) {
        span.setAttribute(HttpAttributes.ERROR_TYPE, attempt.errorType());
        fail(span, attempt.errorType(), attempt.error(), userId(attempt.call()));
      }
      span.end(epochNanos(attempt.call(), attempt.endNanos()));
    }
    return span.context();
  }

  Context end(Call call) {
    OpenSpan span = of(call);
    span.setAttribute(SpanAttributes.OPERATION, call.operation().name());
    span.setAttribute(SpanAttributes.APPLICATION, call.application());
    if (call.api() != null) {
      span.setAttribute(API, call.api().value());
    }
    String userId = userId(call);
    String shown = userIds.shown(userId);
    if (shown != null) {
      span.setAttribute(SpanAttributes.USER_ID, shown);
    }
    if (call.eventName() != null) {
      span.setAttribute(EVENT_NAME, rules.text(call.eventName(), userId));
    }
    if (call.outcome() == Outcome.UNKNOWN) {
      // The status stays unset: neither OK nor an error.
      span.setAttribute(OUTCOME, Outcome.UNKNOWN.label());
    } else if (call.outcome() == Outcome.SUCCESS) {
      span.succeed();
    } else {
      span.setAttribute(HttpAttributes.ERROR_TYPE, call.errorType());
      fail(span, call.errorType(), call.error(), userId);
    }
    span.end(epochNanos(call, call.endNanos()));
    return span.context();
  }

  private static @Nullable String userId(Call call) {
    return call.userId() == null ? null : call.userId().toString();
  }

  private void fail(
      OpenSpan span,
      @Nullable String errorType,
      @Nullable Throwable error,
      @Nullable String userId) {
    String message = MaskedThrowable.message(error, rules, userId);
    if (message == null) {
      message = ErrorType.inWords(errorType);
    }
    span.fail(message);
    if (error != null) {
      span.addEvent(
          "exception",
          Attributes.of(
              EXCEPTION_TYPE,
              error.getClass().getName(),
              SpanAttributes.EXCEPTION_MESSAGE,
              message,
              SpanAttributes.EXCEPTION_STACKTRACE,
              MaskedThrowable.stackTrace(error, rules, userId)));
    }
  }

  /** Wall clock once per call, steps from there by the steady clock: children never lie outside. */
  private static long epochNanos(Call call, long nanos) {
    return TimeUnit.MILLISECONDS.toNanos(call.startEpochMillis()) + (nanos - call.startNanos());
  }
}
