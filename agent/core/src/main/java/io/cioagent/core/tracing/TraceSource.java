package io.cioagent.core.tracing;

import org.jspecify.annotations.Nullable;

/** A tracer of the application. Safe for any thread. */
public interface TraceSource {

  /**
   * The current span of this thread, null for none. Called on the application's threads at the
   * start of each observed operation; must be quick.
   */
  @Nullable TraceParent current();
}
