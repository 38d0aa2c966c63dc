package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;

/**
 * An exchange was made, on the thread that asks: the first of a conversation belongs to what that
 * thread is at, a further one to the first.
 */
public final class AskedAdapter extends JettyAdapter {

  public AskedAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Object conversation = Jetty.conversationOfExchange(made);
    Exchange exchange = Conversations.open(observer(), conversation);
    if (exchange == null && isAsked(Jetty.requestOfExchange(made))) {
      exchange = observer().startExchange();
      exchange.begin();
      Conversations.OPEN.put(conversation, exchange);
    }
    if (exchange != null) {
      Conversations.WITHOUT_CONNECTION.put(made, exchange);
    }
    return null;
  }

  /** A tunnel through a proxy is not what was asked. */
  private boolean isAsked(Object request) {
    return Conversations.leadsToCustomerIo(observer(), request)
        && !"CONNECT".equalsIgnoreCase(Jetty.method(request));
  }
}
