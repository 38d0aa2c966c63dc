package io.cioagent.instrumentation.brave;

import brave.Tracing;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application has made a tracer. */
public final class MadeAdapter extends Adapter {

  public MadeAdapter(Observer observer) {
    super(observer, "brave");
  }

  @Override
  public Object enter(Object tracing, Object unused, Object unusedToo) {
    CurrentSpans.ALL.add(((Tracing) tracing).currentTraceContext());
    observer().traces().add(CurrentSpans.ALL);
    return null;
  }
}
