package io.cioagent.core.telemetry;

import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;

/** What the SDK takes for the parent of a span. */
final class Parents {
  private Parents() {}

  /**
   * @param parent null for none: then the span begins a trace
   */
  static Context context(TraceParent parent) {
    return parent == null
        ? SpanHolder.empty()
        : context(parent.traceId(), parent.spanId(), parent.isSampled());
  }

  /** A context in which the span of these ids is current. */
  static Context context(String traceId, String spanId, boolean sampled) {
    return SpanHolder.of(
        Span.wrap(
            SpanContext.createFromRemoteParent(
                traceId,
                spanId,
                sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                TraceState.getDefault())));
  }

  /** The span as a parent of others, null where it is none. */
  static TraceParent of(SpanContext span) {
    return span.isValid()
        ? new TraceParent(span.getTraceId(), span.getSpanId(), span.isSampled())
        : null;
  }

  /**
   * @param identity null for none
   */
  static SpanContext spanContext(TraceParent identity) {
    return identity == null
        ? SpanContext.getInvalid()
        : SpanContext.create(
            identity.traceId(),
            identity.spanId(),
            identity.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
            TraceState.getDefault());
  }
}
