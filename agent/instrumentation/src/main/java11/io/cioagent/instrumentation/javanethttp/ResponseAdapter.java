package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.net.http.HttpRequest;

/** An answer's head has arrived. */
final class ResponseAdapter extends Adapter {
  private final Exchanges exchanges;

  ResponseAdapter(Observer observer, Exchanges exchanges) {
    super(observer, "javanethttp");
    this.exchanges = exchanges;
  }

  @Override
  public Object enter(Object request, Object clientExchange, Object unused) {
    return exchanges.leadsToCustomerIo((HttpRequest) request)
        ? exchanges.find(clientExchange)
        : null;
  }

  @Override
  public void exit(Object scope, Object status, Throwable thrown) {
    ((Exchange) scope).answered((Integer) status);
  }
}
