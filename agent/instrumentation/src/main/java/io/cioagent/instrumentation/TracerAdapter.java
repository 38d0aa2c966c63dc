package io.cioagent.instrumentation;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;

/** Queries one copy of a tracer. If that fails, only the parent is lost. */
public abstract class TracerAdapter extends Adapter implements TraceSource {
  @Override
  public final TraceParent current() {
    try {
      return query();
    } catch (Throwable failure) {
      failed(failure);
      return null;
    }
  }

  /** See {@link #current}. */
  protected abstract TraceParent query() throws Throwable;
}
