package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;

/** The answer is written. */
final class EndAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  EndAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    Received received = live.remove(exchange);
    if (received != null) {
      received.request().end();
    }
    return null;
  }
}
