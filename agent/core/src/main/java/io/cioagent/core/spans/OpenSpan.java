package io.cioagent.core.spans;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/** A span that has begun. Safe for any thread; without effect after its end. */
public interface OpenSpan {
  void setAttribute(AttributeKey<String> key, @Nullable String value);

  void setAttribute(AttributeKey<Long> key, long value);

  void addEvent(String name, Attributes attributes);

  /** Sets the status OK. */
  void succeed();

  /** Sets the status ERROR. */
  void fail(String description);

  /** Ends it at a time of the wall clock. */
  void end(long epochNanos);

  /** Holds the span, as parent of others and for exemplars. */
  Context context();
}
