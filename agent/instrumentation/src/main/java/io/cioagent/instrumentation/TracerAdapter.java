package io.cioagent.instrumentation;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;
import org.jspecify.annotations.Nullable;

/** Queries one copy of a tracer. If that fails, only the parent is lost. */
public abstract class TracerAdapter extends Adapter implements TraceSource {
  @Override
  public final @Nullable TraceParent current() {
    try {
      return query();
    } catch (Throwable failure) {
      failed(failure);
      return null;
    }
  }

  /** See {@link #current}. */
  protected abstract @Nullable TraceParent query() throws Throwable;
}
