package io.cioagent.core.event;

import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** Converts the ids of spans into what the SDK takes. */
public final class SpanContexts {
  private SpanContexts() {}

  /** Holds the parent of a span; null for none, and then the span begins a trace. */
  public static Context context(@Nullable TraceParent parent) {
    return parent == null
        ? SpanHolder.empty()
        : context(parent.traceId(), parent.spanId(), parent.isSampled());
  }

  /** A context in which the span of these ids is current. */
  public static Context context(String traceId, String spanId, boolean sampled) {
    return SpanHolder.of(
        Span.wrap(
            SpanContext.createFromRemoteParent(
                traceId,
                spanId,
                sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault())));
  }

  /** The span as a parent of others, null where it is none. */
  public static @Nullable TraceParent of(SpanContext span) {
    return span.isValid()
        ? new TraceParent(span.getTraceId(), span.getSpanId(), span.isSampled())
        : null;
  }

  /** The ids as a span context, invalid for null. */
  public static SpanContext spanContext(@Nullable TraceParent identity) {
    return identity == null
        ? SpanContext.getInvalid()
        : SpanContext.create(
            identity.traceId(),
            identity.spanId(),
            identity.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault());
  }
}
