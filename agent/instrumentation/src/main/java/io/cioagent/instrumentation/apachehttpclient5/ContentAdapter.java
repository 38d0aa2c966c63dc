package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;
import java.nio.ByteBuffer;

/** The consumer of an answer's body gets more of it. */
public final class ContentAdapter extends Adapter {

  public ContentAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object content, Object unused) {
    AnswerBody body = Answers.of(handler);
    if (body != null) {
      body.read((ByteBuffer) content);
    }
    return null;
  }
}
