package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;

/** An exchange met a connection, on whichever thread, and is about to be written to it. */
public final class WireAdapter extends JettyAdapter {

  public WireAdapter(Observer observer) {
    super(observer);
  }

  /**
   * @param associated false where the exchange was aborted before; early versions tell nothing
   */
  @Override
  public Object enter(Object jettyExchange, Object associated, Object unused) {
    if (Boolean.FALSE.equals(associated)) {
      return null;
    }
    Exchange exchange = Conversations.open(observer(), Jetty.conversationOfExchange(jettyExchange));
    if (exchange != null) {
      Conversations.WITHOUT_CONNECTION.remove(jettyExchange);
      Conversations.attempt(exchange, Jetty.requestOfExchange(jettyExchange));
    }
    return null;
  }
}
