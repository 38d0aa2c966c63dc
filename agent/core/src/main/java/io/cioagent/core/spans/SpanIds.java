package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;

/** Spans of which nothing is kept but their ids, which log lines show. Needs no SDK. */
public final class SpanIds implements SpanSink {
  private final Sampling sampling;

  public SpanIds(Sampling sampling) {
    this.sampling = sampling;
  }

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    SpanContext above = Span.fromContext(parent).getSpanContext();
    return new UnrecordedSpan(SpanHolder.of(Span.wrap(SpanIdentity.create(above, sampling))));
  }
}
