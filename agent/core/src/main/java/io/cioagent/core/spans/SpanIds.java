package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.IdGenerator;
import org.jspecify.annotations.Nullable;

/** Spans of which nothing is kept but their ids, which log lines show. Needs no SDK. */
public final class SpanIds implements SpanSink {
  private final IdGenerator ids = IdGenerator.random();

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    SpanContext above = Span.fromContext(parent).getSpanContext();
    SpanContext span =
        SpanContext.create(
            above.isValid() ? above.getTraceId() : ids.generateTraceId(),
            ids.generateSpanId(),
            above.isValid() ? above.getTraceFlags() : TraceFlags.getSampled(),
            TraceState.getDefault());
    return new IdSpan(SpanHolder.of(Span.wrap(span)));
  }

  private static final class IdSpan implements OpenSpan {
    private final Context context;

    IdSpan(Context context) {
      this.context = context;
    }

    @Override
    public void setAttribute(AttributeKey<String> key, @Nullable String value) {}

    @Override
    public void setAttribute(AttributeKey<Long> key, long value) {}

    @Override
    public void addEvent(String name, Attributes attributes) {}

    @Override
    public void succeed() {}

    @Override
    public void fail(String description) {}

    @Override
    public void end(long epochNanos) {}

    @Override
    public Context context() {
      return context;
    }
  }
}
