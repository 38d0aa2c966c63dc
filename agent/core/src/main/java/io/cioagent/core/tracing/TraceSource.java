package io.cioagent.core.tracing;

import org.jspecify.annotations.Nullable;

/** A tracer of the application. Safe for any thread. */
public interface TraceSource {

  /**
   * The span that is current on this thread, null for none. Called on the application's threads
   * whenever something observed begins; must be quick.
   */
  @Nullable TraceParent current();
}
