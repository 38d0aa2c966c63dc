package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/**
 * An exchange was made, on the thread that asks: the first of a conversation belongs to what that
 * thread is at, a further one to the first.
 */
public final class AskedAdapter extends Adapter {

  public AskedAdapter(Observer observer) {
    super(observer, "jettyclient");
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Object request = Jetty.requestOfExchange(made);
    boolean toCustomerIo =
        observer().hosts().contains(Jetty.host(request), Jetty.port(request))
            // A tunnel through a proxy is not what was asked.
            && !"CONNECT".equalsIgnoreCase(Jetty.method(request));
    Object conversation = Jetty.conversationOfExchange(made);
    Exchange exchange = Conversations.OPEN.get(conversation);
    if (exchange == null && toCustomerIo) {
      exchange = observer().startExchange();
      exchange.begin();
      Conversations.OPEN.put(conversation, exchange);
    }
    if (exchange != null) {
      Conversations.WITHOUT_CONNECTION.put(made, exchange);
    }
    return null;
  }
}
