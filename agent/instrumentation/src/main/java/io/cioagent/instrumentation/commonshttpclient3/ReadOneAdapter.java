package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application reads one byte of an answer. */
public final class ReadOneAdapter extends Adapter {

  public ReadOneAdapter(Observer observer) {
    super(observer, "commonshttpclient3");
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    return Streams.find(stream);
  }

  @Override
  public void exit(Object scope, Object read, Throwable thrown) {
    AnswerBody body = (AnswerBody) scope;
    int one = (Integer) read;
    if (one < 0) {
      body.end();
    } else {
      body.read(one);
    }
  }
}
