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
        ? Context.root()
        : context(parent.traceId(), parent.spanId(), parent.isSampled());
  }

  /** A context in which the span of these ids is current. */
  static Context context(String traceId, String spanId, boolean sampled) {
    return Context.root()
        .with(
            Span.wrap(
                SpanContext.createFromRemoteParent(
                    traceId,
                    spanId,
                    sampled ? TraceFlags.getSampled() : TraceFlags.getDefault(),
                    TraceState.getDefault())));
  }
}
