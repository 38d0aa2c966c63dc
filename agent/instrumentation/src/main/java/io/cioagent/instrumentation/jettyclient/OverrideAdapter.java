package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;

/**
 * A conversation chooses whom it tells: the application, or a protocol handler of the client that
 * follows the redirect, answers the challenge or waits for the real status.
 */
public final class OverrideAdapter extends JettyAdapter {

  public OverrideAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object conversation, Object handlerListener, Object unused) {
    Exchange exchange = Conversations.open(observer(), conversation);
    if (exchange != null) {
      if (handlerListener == null) {
        Conversations.OVERRIDDEN.remove(conversation);
      } else {
        Conversations.OVERRIDDEN.put(conversation, exchange);
      }
    }
    return null;
  }
}
