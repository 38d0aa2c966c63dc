package io.cioagent.instrumentation.answer;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** The streams from which the application reads the body of an answer, for all libraries. */
public final class StreamAdapters {
  private StreamAdapters() {}

  /** The application reads several bytes. */
  public static final class Read extends AroundAdapter.One<Object, AnswerBody, ByteBuffer> {
    @Override
    protected @Nullable AnswerBody begin(Object stream) {
      return Answers.of(stream);
    }

    @Override
    protected void end(AnswerBody body, @Nullable ByteBuffer bytes, @Nullable Throwable thrown) {
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
    protected @Nullable AnswerBody begin(Object stream) {
      return Answers.of(stream);
    }

    @Override
    protected void end(AnswerBody body, @Nullable Integer single, @Nullable Throwable thrown) {
      if (single == null) {
        return;
      }
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
