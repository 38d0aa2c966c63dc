package io.cioagent.instrumentation.brave;

import brave.propagation.CurrentTraceContext;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A span becomes current, perhaps one of a tracer from before the agent. */
public final class ScopeAdapter extends Adapter {

  public ScopeAdapter(Observer observer) {
    super(observer, "brave");
  }

  @Override
  public Object enter(Object context, Object unused, Object unusedToo) {
    if (CurrentSpans.ALL.add((CurrentTraceContext) context)) {
      observer().traces().add(CurrentSpans.ALL);
    }
    return null;
  }
}
