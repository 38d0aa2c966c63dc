package io.cioagent.instrumentation;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.tracing.TraceSource;

/** Asks one copy of a tracer. Where that fails nothing but the parent is lost. */
public abstract class TracerAdapter extends Adapter implements TraceSource {

  protected TracerAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public final TraceParent current() {
    try {
      return ask();
    } catch (Throwable failure) {
      failed(failure);
      return null;
    }
  }

  /** See {@link #current}. */
  protected abstract TraceParent ask() throws Throwable;
}
