package io.cioagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.HttpExchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;

/** A filter or the handler is done with an exchange, for now or for good. */
final class HandleAdapter extends Adapter {
  static final HeaderReader HEADERS =
      (exchange, name) -> ((HttpExchange) exchange).getRequestHeaders().getFirst(name);

  private final LibraryObjects<Received> live;

  HandleAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  /** A filter may have put an exchange of its own around; outside of all it is the server's. */
  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    observer().traces().requests().begin(exchange, HEADERS);
    return live.get(exchange);
  }

  @Override
  public void exit(Object scope, Object unused, Throwable thrown) {
    ((Received) scope).handled(thrown);
  }
}
