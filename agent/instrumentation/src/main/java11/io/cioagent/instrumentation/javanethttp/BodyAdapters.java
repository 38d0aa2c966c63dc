package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.nio.ByteBuffer;
import java.util.List;

/** The bytes of answers on their way from the client to the application's subscriber. */
final class BodyAdapters {
  private BodyAdapters() {}

  private static void read(AnswerBody body, List<?> bytes) {
    for (Object each : bytes) {
      body.read((ByteBuffer) each);
    }
  }

  /** The bytes of an answer come by this object: its subscriber in HTTP/1.1, a frame in HTTP/2. */
  static final class Carry extends EventAdapter.Two<Object, Object> {
    private final Exchanges exchanges;

    Carry(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object response, Object carrier) {
      exchanges.expectBody(carrier, exchanges.findBody(response));
    }
  }

  /** The application's subscriber gets bytes of an answer of HTTP/1.1. */
  static final class Next extends EventAdapter.Three<Object, Object, List<?>> {
    private final Exchanges exchanges;

    Next(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object subscriber, Object userSubscriber, List<?> bytes) {
      AnswerBody body = exchanges.findBody(subscriber);
      if (body == null) {
        // Before Java 20 the application's own subscriber carries the answer.
        body = exchanges.findBody(userSubscriber);
      }
      if (body != null) {
        read(body, bytes);
      }
    }
  }

  /** The application's subscriber gets the end of an answer of HTTP/1.1. */
  static final class Complete extends EventAdapter.Two<Object, Object> {
    private final Exchanges exchanges;

    Complete(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    @Override
    protected void on(Object subscriber, Object userSubscriber) {
      AnswerBody body = exchanges.removeBody(subscriber);
      if (body == null) {
        body = exchanges.removeBody(userSubscriber);
      }
      if (body != null) {
        body.end();
      }
    }
  }

  /**
   * The bytes of a frame of HTTP/2 go to the application's subscriber as soon as that has requested
   * more; the end gets the flags of the frame.
   */
  static final class Frame extends AroundAdapter.Two<Object, List<?>, Frame.ArrivedFrame, Integer> {
    private static final int END_STREAM = 1;

    private final Exchanges exchanges;

    Frame(Observer observer, Exchanges exchanges) {
      super(observer);
      this.exchanges = exchanges;
    }

    /** What a frame belongs to, and holds. */
    static final class ArrivedFrame {
      final AnswerBody body;
      final List<?> bytes;

      ArrivedFrame(AnswerBody body, List<?> bytes) {
        this.body = body;
        this.bytes = bytes;
      }
    }

    @Override
    protected ArrivedFrame begin(Object frame, List<?> bytes) {
      // Once: a stream may look more often before its subscriber has requested anything.
      AnswerBody body = exchanges.removeBody(frame);
      return body == null ? null : new ArrivedFrame(body, bytes);
    }

    @Override
    protected void end(ArrivedFrame arrived, Integer flags, Throwable thrown) {
      read(arrived.body, arrived.bytes);
      if ((flags & END_STREAM) != 0) {
        arrived.body.end();
      }
    }
  }
}
