package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** An exchange met a connection, on whichever thread, and is about to be written to it. */
public final class WireAdapter extends Adapter {

  public WireAdapter(Observer observer) {
    super(observer, "jettyclient");
  }

  /**
   * @param associated false where the exchange was aborted before; early versions tell nothing
   */
  @Override
  public Object enter(Object jettyExchange, Object associated, Object unused) {
    if (Boolean.FALSE.equals(associated)) {
      return null;
    }
    Exchange exchange = Conversations.OPEN.get(Jetty.conversationOfExchange(jettyExchange));
    if (exchange != null) {
      Conversations.WITHOUT_CONNECTION.remove(jettyExchange);
      Conversations.attempt(exchange, Jetty.requestOfExchange(jettyExchange));
    }
    return null;
  }
}
