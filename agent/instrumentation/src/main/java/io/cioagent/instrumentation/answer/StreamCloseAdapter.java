package io.cioagent.instrumentation.answer;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application reads no more: what the library still drains is not its reading. */
public final class StreamCloseAdapter extends Adapter {

  public StreamCloseAdapter(Observer observer) {
    super(observer, "answer");
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    Answers.end(stream);
    return null;
  }
}
