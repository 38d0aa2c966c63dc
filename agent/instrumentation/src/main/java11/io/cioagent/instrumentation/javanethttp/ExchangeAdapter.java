package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.net.http.HttpRequest;

/** An exchange on the wire begins: the first of its request, or one more. */
final class ExchangeAdapter extends Adapter {
  private final Exchanges exchanges;

  ExchangeAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object clientExchange, Object request, Object multiExchange) {
    // Not by the host: a redirect that leads away has to end the attempt before it.
    Exchange exchange = exchanges.find(multiExchange);
    if (exchange == null && exchanges.leadsToCustomerIo((HttpRequest) request)) {
      exchange = exchanges.ledIn(multiExchange);
    }
    if (exchange != null) {
      exchanges.bind(clientExchange, exchange);
      Exchanges.attempt(exchange, (HttpRequest) request);
    }
    return null;
  }
}
