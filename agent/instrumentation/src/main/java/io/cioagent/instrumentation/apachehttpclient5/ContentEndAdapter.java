package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;

/** The consumer of an answer's body has got all of it, and is told so before the application. */
public final class ContentEndAdapter extends Adapter {

  public ContentEndAdapter(Observer observer) {
    super(observer, "apachehttpclient5");
  }

  @Override
  public Object enter(Object handler, Object unused, Object unusedToo) {
    Answers.end(handler);
    return null;
  }
}
