package io.cioagent.core.spans;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Spans of the agent's own SDK. */
public final class SdkSpans implements SpanSink {
  private final Tracer tracer;

  public SdkSpans(Tracer tracer) {
    this.tracer = tracer;
  }

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    SpanBuilder builder =
        tracer
            .spanBuilder(name)
            .setSpanKind(kind)
            .setParent(parent)
            .setStartTimestamp(startEpochNanos, TimeUnit.NANOSECONDS);
    if (link.isValid()) {
      builder.addLink(link);
    }
    return new SdkSpan(builder.startSpan());
  }

  private static final class SdkSpan implements OpenSpan {
    private final Span span;
    private final Context context;

    SdkSpan(Span span) {
      this.span = span;
      this.context = SpanHolder.of(span);
    }

    @Override
    public void setAttribute(AttributeKey<String> key, @Nullable String value) {
      span.setAttribute(key, value);
    }

    @Override
    public void setAttribute(AttributeKey<Long> key, long value) {
      span.setAttribute(key, (Long) value);
    }

    @Override
    public void addEvent(String name, Attributes attributes) {
      span.addEvent(name, attributes);
    }

    @Override
    public void succeed() {
      span.setStatus(StatusCode.OK);
    }

    @Override
    public void fail(String description) {
      span.setStatus(StatusCode.ERROR, description);
    }

    @Override
    public void end(long epochNanos) {
      span.end(epochNanos, TimeUnit.NANOSECONDS);
    }

    @Override
    public Context context() {
      return context;
    }
  }
}
