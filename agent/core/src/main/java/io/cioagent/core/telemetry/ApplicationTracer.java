package io.cioagent.core.telemetry;

import io.cioagent.core.tracing.ApplicationSpan;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Spans in the application's own OpenTelemetry, which gives them their identifiers. */
final class ApplicationTracer implements Tracer {
  private final Supplier<ApplicationTelemetry> application;

  /**
   * @param application answers null once the application is gone
   */
  ApplicationTracer(Supplier<ApplicationTelemetry> application) {
    this.application = application;
  }

  @Override
  public SpanBuilder spanBuilder(String name) {
    return new Builder(name);
  }

  private static Object plain(Object value) {
    return value instanceof Long ? value : String.valueOf(value);
  }

  private final class Builder implements SpanBuilder {
    private final String name;
    private final Map<String, Object> attributes = new HashMap<>();
    private String kind = SpanKind.INTERNAL.name();
    private TraceParent parent;
    private TraceParent link;
    private long startEpochNanos = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());

    Builder(String name) {
      this.name = name;
    }

    @Override
    public SpanBuilder setParent(Context context) {
      parent = Parents.of(Span.fromContext(context).getSpanContext());
      return this;
    }

    @Override
    public SpanBuilder setNoParent() {
      parent = null;
      return this;
    }

    @Override
    public SpanBuilder addLink(SpanContext context) {
      link = Parents.of(context);
      return this;
    }

    @Override
    public SpanBuilder addLink(SpanContext context, Attributes ofLink) {
      return addLink(context);
    }

    @Override
    public SpanBuilder setAttribute(String key, String value) {
      attributes.put(key, value);
      return this;
    }

    @Override
    public SpanBuilder setAttribute(String key, long value) {
      attributes.put(key, value);
      return this;
    }

    @Override
    public SpanBuilder setAttribute(String key, double value) {
      attributes.put(key, String.valueOf(value));
      return this;
    }

    @Override
    public SpanBuilder setAttribute(String key, boolean value) {
      attributes.put(key, String.valueOf(value));
      return this;
    }

    @Override
    public <T> SpanBuilder setAttribute(AttributeKey<T> key, T value) {
      attributes.put(key.getKey(), plain(value));
      return this;
    }

    @Override
    public SpanBuilder setSpanKind(SpanKind spanKind) {
      kind = spanKind.name();
      return this;
    }

    @Override
    public SpanBuilder setStartTimestamp(long timestamp, TimeUnit unit) {
      startEpochNanos = unit.toNanos(timestamp);
      return this;
    }

    @Override
    public Span startSpan() {
      ApplicationTelemetry starting = application.get();
      if (starting == null) {
        return Span.getInvalid();
      }
      ApplicationSpan started = starting.startSpan(name, kind, parent, link, startEpochNanos);
      attributes.forEach(started::setAttribute);
      return new Started(started);
    }
  }

  private static final class Started implements Span {
    /** Null once it has ended: threads may know its call for longer than the application lives. */
    private volatile ApplicationSpan span;

    private final SpanContext context;

    Started(ApplicationSpan span) {
      this.span = span;
      this.context = Parents.spanContext(span.identity());
    }

    @Override
    public <T> Span setAttribute(AttributeKey<T> key, T value) {
      ApplicationSpan open = span;
      if (open != null && value != null) {
        open.setAttribute(key.getKey(), plain(value));
      }
      return this;
    }

    @Override
    public Span addEvent(String name, Attributes attributes) {
      ApplicationSpan open = span;
      if (open != null) {
        open.addEvent(name, ApplicationMeter.flat(attributes));
      }
      return this;
    }

    @Override
    public Span addEvent(String name, Attributes attributes, long timestamp, TimeUnit unit) {
      return addEvent(name, attributes);
    }

    @Override
    public Span setStatus(StatusCode code, String description) {
      ApplicationSpan open = span;
      if (open != null && code != StatusCode.UNSET) {
        open.setStatus(code == StatusCode.OK, description);
      }
      return this;
    }

    /** Nobody calls it: what an exception says must be masked before. */
    @Override
    public Span recordException(Throwable exception, Attributes attributes) {
      return this;
    }

    @Override
    public Span updateName(String name) {
      return this;
    }

    @Override
    public void end() {
      end(System.currentTimeMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void end(long timestamp, TimeUnit unit) {
      ApplicationSpan open = span;
      if (open != null) {
        span = null;
        open.end(unit.toNanos(timestamp));
      }
    }

    @Override
    public SpanContext getSpanContext() {
      return context;
    }

    @Override
    public boolean isRecording() {
      return context.isSampled();
    }
  }
}
