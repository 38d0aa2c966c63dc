package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.tracing.ApplicationSpan;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import java.util.concurrent.TimeUnit;

/** A span of the application's own OpenTelemetry. */
final class StartedSpan implements ApplicationSpan {
  private final Span span;

  StartedSpan(Span span) {
    this.span = span;
  }

  /** A context with that span alone. */
  static Context context(TraceParent parent) {
    return parent == null ? Context.root() : Context.root().with(Span.wrap(spanContext(parent)));
  }

  static SpanContext spanContext(TraceParent identity) {
    return SpanContext.create(
        identity.traceId(),
        identity.spanId(),
        identity.isSampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(),
        TraceState.getDefault());
  }

  /** From names and values in turns. */
  static Attributes attributes(Object[] flat) {
    AttributesBuilder builder = Attributes.builder();
    for (int i = 0; i < flat.length; i += 2) {
      if (flat[i + 1] instanceof Long) {
        builder.put((String) flat[i], (long) (Long) flat[i + 1]);
      } else {
        builder.put((String) flat[i], (String) flat[i + 1]);
      }
    }
    return builder.build();
  }

  @Override
  public TraceParent identity() {
    SpanContext context = span.getSpanContext();
    return context.isValid()
        ? new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled())
        : null;
  }

  @Override
  public void setAttribute(String name, Object value) {
    if (value instanceof Long) {
      span.setAttribute(name, (long) (Long) value);
    } else {
      span.setAttribute(name, (String) value);
    }
  }

  @Override
  public void setStatus(boolean success, String failure) {
    if (success) {
      span.setStatus(StatusCode.OK);
    } else if (failure == null) {
      span.setStatus(StatusCode.ERROR);
    } else {
      span.setStatus(StatusCode.ERROR, failure);
    }
  }

  @Override
  public void addEvent(String name, Object[] attributes) {
    span.addEvent(name, attributes(attributes));
  }

  @Override
  public void end(long epochNanos) {
    span.end(epochNanos, TimeUnit.NANOSECONDS);
  }
}
