package io.cioagent.instrumentation.asynchttpclient;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A request is written to its connection, or given up by the application before. */
public final class WriteAdapter extends Adapter {

  public WriteAdapter(Observer observer) {
    super(observer, "asynchttpclient");
  }

  @Override
  public Object enter(Object future, Object unused, Object unusedToo) {
    Submitted.remove(future);
    return null;
  }
}
