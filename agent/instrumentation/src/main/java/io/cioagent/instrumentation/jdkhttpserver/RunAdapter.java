package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.nio.channels.SocketChannel;

/**
 * Filters and handler have returned or thrown; the server closes the connection then. A handler may
 * also have left the exchange to another thread, which answers later.
 */
final class RunAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  RunAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object exchange, Object channel, Object unused) {
    Received received = live.get(exchange);
    if (received != null) {
      received.handOver();
      if (!((SocketChannel) channel).isOpen()) {
        live.remove(exchange);
        received.lost();
      }
    }
    return null;
  }
}
