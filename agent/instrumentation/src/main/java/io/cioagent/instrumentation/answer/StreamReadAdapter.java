package io.cioagent.instrumentation.answer;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;

/** The application reads of a stream. */
public final class StreamReadAdapter extends Adapter {

  public StreamReadAdapter(Observer observer) {
    super(observer, "answer");
  }

  @Override
  public Object enter(Object stream, Object unused, Object unusedToo) {
    return Answers.of(stream);
  }

  /**
   * @param read what it got, null where there was no more
   */
  @Override
  public void exit(Object body, Object read, Throwable thrown) {
    if (read == null) {
      ((AnswerBody) body).end();
    } else {
      ((AnswerBody) body).read((ByteBuffer) read);
    }
  }
}
