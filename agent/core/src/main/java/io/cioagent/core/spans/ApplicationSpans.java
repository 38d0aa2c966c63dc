package io.cioagent.core.spans;

import io.cioagent.core.event.FlatAttributes;
import io.cioagent.core.event.SpanContexts;
import io.cioagent.core.event.SpanHolder;
import io.cioagent.core.tracing.ApplicationSpan;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spans of the application's OpenTelemetry, which gives them their ids. */
public final class ApplicationSpans implements SpanSink {
  private final Supplier<@Nullable ApplicationTelemetry> application;

  /**
   * @param application gives null once the application is gone
   */
  public ApplicationSpans(Supplier<@Nullable ApplicationTelemetry> application) {
    this.application = application;
  }

  @Override
  public OpenSpan begin(
      String name, SpanKind kind, Context parent, SpanContext link, long startEpochNanos) {
    ApplicationTelemetry starting = application.get();
    return new Started(
        starting == null
            ? null
            : starting.startSpan(
                name,
                kind.name(),
                SpanContexts.of(Span.fromContext(parent).getSpanContext()),
                SpanContexts.of(link),
                startEpochNanos));
  }

  private static final class Started implements OpenSpan {
    /** Null after the end: threads may keep its call for longer than the application lives. */
    private volatile @Nullable ApplicationSpan span;

    private final Context context;

    Started(@Nullable ApplicationSpan span) {
      this.span = span;
      this.context =
          span == null
              ? SpanHolder.empty()
              : SpanHolder.of(Span.wrap(SpanContexts.spanContext(span.identity())));
    }

    @Override
    public void setAttribute(AttributeKey<String> key, @Nullable String value) {
      set(key, value);
    }

    @Override
    public void setAttribute(AttributeKey<Long> key, long value) {
      set(key, value);
    }

    private void set(AttributeKey<?> key, @Nullable Object value) {
      ApplicationSpan open = span;
      if (open != null && value != null) {
        open.setAttribute(key.getKey(), value);
      }
    }

    @Override
    public void addEvent(String name, Attributes attributes) {
      ApplicationSpan open = span;
      if (open != null) {
        open.addEvent(name, FlatAttributes.of(attributes));
      }
    }

    @Override
    public void succeed() {
      setStatus(true, "");
    }

    @Override
    public void fail(String description) {
      setStatus(false, description);
    }

    private void setStatus(boolean ok, String description) {
      ApplicationSpan open = span;
      if (open != null) {
        open.setStatus(ok, description);
      }
    }

    @Override
    public void end(long epochNanos) {
      ApplicationSpan open = span;
      if (open != null) {
        span = null;
        open.end(epochNanos);
      }
    }

    @Override
    public Context context() {
      return context;
    }
  }
}
