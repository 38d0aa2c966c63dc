package io.cioagent.instrumentation.commonshttpclient3;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;

/** The application reads an answer. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "commonshttpclient3");
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    return Streams.find(stream);
  }

  @Override
  public void exit(Object scope, Object bytes, Throwable thrown) {
    AnswerBody body = (AnswerBody) scope;
    if (bytes == null) {
      body.end();
    } else {
      body.read((ByteBuffer) bytes);
    }
  }
}
