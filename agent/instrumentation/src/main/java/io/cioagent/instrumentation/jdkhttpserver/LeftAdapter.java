package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The thread is done with a request, for now or for good. */
final class LeftAdapter extends Adapter {

  LeftAdapter(Observer observer) {
    super(observer, "jdkhttpserver");
  }

  @Override
  public Object enter(Object woven, Object unused, Object unusedToo) {
    observer().traces().requests().end();
    return null;
  }
}
