package io.cioagent.core.event;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.ContextKey;
import org.jspecify.annotations.Nullable;

/**
 * A context that holds a span and nothing else. A class of its own, because the OpenTelemetry Java
 * agent in the same JVM replaces the API's contexts in all classes, including ours, and those only
 * carry its own spans.
 */
public final class SpanHolder implements Context {
  private static final SpanHolder EMPTY = new SpanHolder(null, null);

  private final @Nullable ContextKey<?> key;
  private final @Nullable Object value;

  private SpanHolder(@Nullable ContextKey<?> key, @Nullable Object value) {
    this.key = key;
    this.value = value;
  }

  public static Context empty() {
    return EMPTY;
  }

  public static Context of(Span span) {
    return span.storeInContext(EMPTY);
  }

  @Override
  @SuppressWarnings("unchecked")
  @Nullable // as it was given with its key
  public <V> V get(ContextKey<V> wanted) {
    return wanted == key ? (V) value : null;
  }

  @Override
  public <V> Context with(ContextKey<V> newKey, V newValue) {
    return new SpanHolder(newKey, newValue);
  }
}
