package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;

/**
 * The application gets an answer whose body it reads from a stream: what it asked for is there, and
 * the body may stay unread for good.
 */
public final class StreamAdapter extends JettyAdapter {

  public StreamAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object listener, Object response, Object unused) {
    Object conversation = Jetty.conversationOfRequest(Jetty.requestOfResponse(response));
    Exchange exchange = conversation == null ? null : Conversations.open(observer(), conversation);
    if (exchange != null) {
      Conversations.OPEN.remove(conversation);
      exchange.end(Jetty.status(response), null);
    }
    return null;
  }
}
