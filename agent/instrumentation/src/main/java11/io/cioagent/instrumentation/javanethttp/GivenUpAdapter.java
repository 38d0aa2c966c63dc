package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The client tries no more. Newer ones decide that where nothing can be read of it. */
final class GivenUpAdapter extends Adapter {
  private final Exchanges exchanges;

  GivenUpAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object multiExchange, Object failure, Object unused) {
    Exchange exchange = exchanges.findLedIn(multiExchange);
    if (exchange != null) {
      exchange.end(0, (Throwable) failure);
    }
    return null;
  }
}
