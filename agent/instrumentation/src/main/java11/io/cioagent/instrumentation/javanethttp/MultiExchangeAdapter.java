package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Remembers which request the client's inner object serves: the rest happens on other threads. */
final class MultiExchangeAdapter extends Adapter {
  private final Exchanges exchanges;

  MultiExchangeAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object multiExchange, Object unused, Object unusedToo) {
    exchanges.bindToStarting(multiExchange);
    return null;
  }
}
