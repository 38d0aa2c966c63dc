package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;

/** More of an answer's body has come, and the consumer gets the decoder to read it from. */
public final class ContentAdapter extends Adapter {

  public ContentAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  @Override
  public Object enter(Object handler, Object decoder, Object unused) {
    AsyncRequest request = AsyncRequest.of(handler);
    if (request != null && Answers.of(decoder) == null) {
      Answers.expect(decoder, request.answerBody());
    }
    return null;
  }
}
