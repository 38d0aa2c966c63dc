package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;

/** The thread is done with a request, for now or for good. */
public final class LeftAdapter extends JettyAdapter {

  public LeftAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object woven, Object unused, Object unusedToo) {
    observer().traces().requests().end();
    return null;
  }
}
