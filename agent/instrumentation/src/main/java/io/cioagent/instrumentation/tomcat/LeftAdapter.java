package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The thread is done with a request, for now or for good. */
public final class LeftAdapter extends Adapter {

  public LeftAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  @Override
  public Object enter(Object woven, Object unused, Object unusedToo) {
    observer().traces().requests().end();
    return null;
  }
}
