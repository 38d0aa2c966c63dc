package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.net.http.HttpRequest;

/** An answer's head has arrived. */
final class ResponseAdapter extends Adapter {
  private final Exchanges exchanges;
  private final Bodies bodies;

  ResponseAdapter(Observer observer, Exchanges exchanges, Bodies bodies) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
    this.bodies = bodies;
  }

  /** A head, and what it answers. */
  private static final class Head {
    final Object response;
    final Exchange exchange;

    Head(Object response, Exchange exchange) {
      this.response = response;
      this.exchange = exchange;
    }
  }

  @Override
  public Object enter(Object request, Object clientExchange, Object response) {
    if (!exchanges.leadsToCustomerIo((HttpRequest) request)) {
      return null;
    }
    Exchange exchange = exchanges.find(clientExchange);
    return exchange == null ? null : new Head(response, exchange);
  }

  @Override
  public void exit(Object scope, Object status, Throwable thrown) {
    Head head = (Head) scope;
    head.exchange.answered((Integer) status);
    bodies.bind(head.response, head.exchange.answerBody());
  }
}
