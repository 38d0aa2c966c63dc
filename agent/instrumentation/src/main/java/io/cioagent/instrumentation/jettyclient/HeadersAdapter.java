package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.answer.Answers;

/** The head of an answer has come, and the listeners are about to hear of it. */
public final class HeadersAdapter extends JettyAdapter {

  public HeadersAdapter(Observer observer) {
    super(observer);
  }

  /** The response comes after all listeners until Jetty 11, alone since. */
  @Override
  public Object enter(Object notifier, Object listenersOrResponse, Object responseOrNull) {
    Object response = responseOrNull == null ? listenersOrResponse : responseOrNull;
    Object conversation = Jetty.conversationOfRequest(Jetty.requestOfResponse(response));
    Exchange exchange = conversation == null ? null : Conversations.open(observer(), conversation);
    if (exchange != null) {
      exchange.answered(Jetty.status(response));
      Answers.expect(response, exchange.answerBody());
    }
    return null;
  }
}
