package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.answer.Answers;

/** The listeners have been given all content. */
public final class SuccessAdapter extends JettyAdapter {

  public SuccessAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object notifier, Object listeners, Object response) {
    Answers.end(response);
    return null;
  }
}
