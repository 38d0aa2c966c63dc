package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;

/** The application closes the exchange, answered or not. */
final class CloseAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  CloseAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    Received received = live.get(exchange);
    if (received != null && received.endsByClose()) {
      live.remove(exchange);
      received.request().end();
    }
    return null;
  }
}
