package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** No spans: the application's own span, where there is one, passes for that of the agent. */
public final class NoSpans implements SpanSink {
  private static final OpenSpan NONE = new UnrecordedSpan(SpanHolder.empty());

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    return parent == SpanHolder.empty() ? NONE : new UnrecordedSpan(parent);
  }
}
