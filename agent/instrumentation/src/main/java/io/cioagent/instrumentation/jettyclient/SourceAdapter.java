package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.answer.Answers;

/** A listener is given what it reads an answer's content from. */
public final class SourceAdapter extends JettyAdapter {

  public SourceAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object listeners, Object response, Object source) {
    Answers.expect(source, Answers.of(response));
    return null;
  }
}
