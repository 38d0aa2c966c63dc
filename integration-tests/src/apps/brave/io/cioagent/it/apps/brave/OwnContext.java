package io.cioagent.it.apps.brave;

import brave.propagation.CurrentTraceContext;
import brave.propagation.TraceContext;

/** Shares nothing with Brave's own. */
final class OwnContext extends CurrentTraceContext {

  private final ThreadLocal<TraceContext> current = new ThreadLocal<>();

  @Override
  public TraceContext get() {
    return current.get();
  }

  @Override
  public Scope newScope(TraceContext span) {
    TraceContext before = current.get();
    current.set(span);
    return () -> current.set(before);
  }
}
