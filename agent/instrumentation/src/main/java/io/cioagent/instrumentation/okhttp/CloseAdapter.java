package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application reads no more of an answer. */
public final class CloseAdapter extends Adapter {

  public CloseAdapter(Observer observer) {
    super(observer, "okhttp");
  }

  @Override
  public Object enter(Object source, Object unused, Object unusedToo) {
    AnswerBody body = Sources.find(source);
    if (body != null) {
      body.end();
    }
    return null;
  }
}
