package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.answer.Answers;
import java.nio.Buffer;
import java.nio.ByteBuffer;

/** A consumer reads of a decoder. */
public final class DecoderAdapter extends Adapter {

  public DecoderAdapter(Observer observer) {
    super(observer, "apachehttpasyncclient4");
  }

  /** A body, and where in the buffer it goes on. */
  private static final class Reading {
    final AnswerBody body;
    final int from;

    Reading(AnswerBody body, int from) {
      this.body = body;
      this.from = from;
    }
  }

  @Override
  public Object enter(Object decoder, Object buffer, Object unused) {
    AnswerBody body = Answers.of(decoder);
    return body == null ? null : new Reading(body, ((Buffer) buffer).position());
  }

  @Override
  public void exit(Object scope, Object buffer, Throwable thrown) {
    Reading reading = (Reading) scope;
    ByteBuffer read = ((ByteBuffer) buffer).duplicate();
    ((Buffer) read).flip();
    ((Buffer) read).position(reading.from);
    reading.body.read(read);
  }
}
