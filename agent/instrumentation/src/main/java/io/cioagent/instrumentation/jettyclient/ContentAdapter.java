package io.cioagent.instrumentation.jettyclient;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.answer.Answers;
import java.nio.ByteBuffer;

/** The listeners are given content. */
public final class ContentAdapter extends JettyAdapter {

  public ContentAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object notifier, Object response, Object content) {
    AnswerBody body = Answers.of(response);
    if (body != null) {
      body.read((ByteBuffer) content);
    }
    return null;
  }
}
