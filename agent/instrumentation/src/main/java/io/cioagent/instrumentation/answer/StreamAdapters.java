package io.cioagent.instrumentation.answer;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.nio.ByteBuffer;

/** The streams from which the application reads the body of an answer, for all libraries. */
public final class StreamAdapters {
  private StreamAdapters() {}

  /** The application reads several bytes. */
  public static final class Read extends AroundAdapter.One<Object, AnswerBody, ByteBuffer> {
    @Override
    protected AnswerBody begin(Object stream) {
      return Answers.of(stream);
    }

    @Override
    protected void end(AnswerBody body, ByteBuffer bytes, Throwable thrown) {
      if (bytes == null) {
        body.end();
      } else {
        body.read(bytes);
      }
    }
  }

  /** The application reads one byte. */
  public static final class ReadOne extends AroundAdapter.One<Object, AnswerBody, Integer> {
    @Override
    protected AnswerBody begin(Object stream) {
      return Answers.of(stream);
    }

    @Override
    protected void end(AnswerBody body, Integer single, Throwable thrown) {
      if (single < 0) {
        body.end();
      } else {
        body.read(single);
      }
    }
  }

  /** The application reads no more. */
  public static final class Close extends EventAdapter.One<Object> {
    @Override
    protected void on(Object stream) {
      Answers.end(stream);
    }
  }
}
