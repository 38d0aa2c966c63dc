package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Field;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import okio.ForwardingSource;
import okio.Source;

/** The answers to sends that the application may read, by the innermost source of their bytes. */
final class Sources {
  private static final LibraryObjects<AnswerBody> OPEN = new LibraryObjects<>();

  /** Looked up once, as soon as there is an object of that class, which is not always public. */
  private static volatile Field buffered;

  private Sources() {}

  /** An answer comes from the wire; nothing of its body was read yet. */
  static void answered(Exchange exchange, Response response) {
    exchange.answered(response.code());
    AnswerBody body = exchange.answerBody();
    ResponseBody ofResponse = body == null ? null : response.body();
    if (ofResponse != null) {
      OPEN.put(innermost(ofResponse.source()), body);
    }
  }

  /** Null for any other answer. */
  static AnswerBody find(Object source) {
    return OPEN.get(source);
  }

  private static Source innermost(BufferedSource source) {
    Source inner = beneath(source);
    while (inner instanceof ForwardingSource) {
      inner = ((ForwardingSource) inner).delegate();
    }
    return inner;
  }

  private static Source beneath(BufferedSource source) {
    try {
      Field field = buffered;
      if (field == null) {
        field = source.getClass().getDeclaredField("source");
        field.setAccessible(true);
        buffered = field;
      }
      return (Source) field.get(source);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("unknown version", e);
    }
  }

  /** The application reads an answer, or the client skips the rest of it. */
  public static final class Read extends AroundAdapter.Two<Source, Buffer, Read.Reading, Long> {

    /** Bytes of an answer, at the end of a buffer. */
    static final class Reading extends OutputStream {
      private final AnswerBody body;
      private final Buffer sink;

      Reading(AnswerBody body, Buffer sink) {
        this.body = body;
        this.sink = sink;
      }

      /** Not by a copy of the buffer, which would share its memory. */
      void passOn(long count) throws IOException {
        sink.copyTo(this, sink.size() - count, count);
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        body.read(bytes, offset, length);
      }

      @Override
      public void write(int one) {
        body.read(one);
      }
    }

    @Override
    protected Reading begin(Source source, Buffer sink) {
      AnswerBody body = Sources.find(source);
      return body == null ? null : new Reading(body, sink);
    }

    @Override
    protected void end(Reading reading, Long count, Throwable thrown) {
      if (count < 0) {
        reading.body.end();
        return;
      }
      try {
        reading.passOn(count);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** The application reads no more of an answer. */
  public static final class Close extends EventAdapter.One<Source> {
    @Override
    protected void on(Source source) {
      AnswerBody body = Sources.find(source);
      if (body != null) {
        body.end();
      }
    }
  }
}
