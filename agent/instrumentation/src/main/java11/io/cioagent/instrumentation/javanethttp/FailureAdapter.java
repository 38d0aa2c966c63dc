package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** An exchange on the wire failed; the client may try again, or tell the application. */
final class FailureAdapter extends Adapter {
  private final Exchanges exchanges;

  FailureAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object multiExchange, Object failure, Object unused) {
    Exchange exchange = exchanges.find(multiExchange);
    if (exchange != null) {
      exchange.failed((Throwable) failure);
    }
    return null;
  }
}
