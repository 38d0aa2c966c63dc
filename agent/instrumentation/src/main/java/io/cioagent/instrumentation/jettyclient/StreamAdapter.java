package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/**
 * The application gets an answer whose body it reads from a stream: what it asked for is there, and
 * the body may stay unread for good.
 */
public final class StreamAdapter extends Adapter {

  public StreamAdapter(Observer observer) {
    super(observer, "jettyclient");
  }

  @Override
  public Object enter(Object listener, Object response, Object unused) {
    Object conversation = Jetty.conversationOfRequest(Jetty.requestOfResponse(response));
    Exchange exchange = Conversations.OPEN.remove(conversation);
    if (exchange != null) {
      exchange.end(Jetty.status(response), null);
    }
    return null;
  }
}
