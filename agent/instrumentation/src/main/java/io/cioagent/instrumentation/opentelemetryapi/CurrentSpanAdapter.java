package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.instrumentation.TracerAdapter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;

/** Asks one copy of the API for its current span. */
public final class CurrentSpanAdapter extends TracerAdapter {
  private final AutomaticSpans automatic = new AutomaticSpans();

  @Override
  protected TraceParent query() throws Throwable {
    Span span = Span.current();
    SpanContext context = span.getSpanContext();
    if (!context.isValid()) {
      return null;
    }
    Object around = automatic.contextAround(span);
    if (around != null) {
      context = (SpanContext) around;
    }
    return context.isValid()
        ? new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled())
        : null;
  }
}
