package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application reads no more of an answer. */
public final class CloseAdapter extends Adapter {

  public CloseAdapter(Observer observer) {
    super(observer, "commonshttpclient3");
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    AnswerBody body = Streams.find(stream);
    if (body != null) {
      body.end();
    }
    return null;
  }
}
