package io.cioagent.instrumentation.brave;

import brave.Tracing;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application closes a tracer; a scope may be left open. */
public final class ClosedAdapter extends Adapter {

  public ClosedAdapter(Observer observer) {
    super(observer, "brave");
  }

  @Override
  public Object enter(Object tracing, Object unused, Object unusedToo) {
    CurrentSpans.ALL.remove(((Tracing) tracing).currentTraceContext());
    return null;
  }
}
