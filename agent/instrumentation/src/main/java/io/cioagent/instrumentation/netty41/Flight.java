package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.AnswerBody;
import io.cioagent.core.observe.Exchange;
import io.netty.buffer.ByteBuf;
import java.net.ProtocolException;
import java.nio.ByteBuffer;

/** One request on a connection until its answer is complete. Guarded by its {@link Flights}. */
final class Flight {
  private final Exchange exchange;
  private int status;
  private boolean interim;
  private boolean endsWithConnection;
  private Throwable failure;

  /**
   * @param exchange null for a request to another host between two of ours
   */
  Flight(Exchange exchange) {
    this.exchange = exchange;
  }

  /**
   * The head of an answer.
   *
   * @param untilClose whether only the end of the connection tells where the body ends
   */
  void answered(int code, boolean untilClose) {
    interim = code < 200;
    if (!interim && exchange != null) {
      status = code;
      endsWithConnection = untilClose;
      exchange.answered(code);
    }
  }

  /** Bytes of an answer, which the application gets next. */
  void read(ByteBuf bytes) {
    AnswerBody body = exchange == null || !bytes.isReadable() ? null : exchange.answerBody();
    if (body != null) {
      for (ByteBuffer each : bytes.nioBuffers()) {
        body.read(each);
      }
    }
  }

  /** Whether an answer is complete that another one follows. */
  boolean wasInterim() {
    boolean was = interim;
    interim = false;
    return was;
  }

  /** Why its stream is about to end. */
  void failed(Throwable cause) {
    failure = cause;
  }

  void complete() {
    end(status, null);
  }

  /** A message that is none of HTTP. */
  void malformed(Throwable cause) {
    ProtocolException error = new ProtocolException(cause.toString());
    error.initCause(cause);
    end(status, error);
  }

  /**
   * The connection, or its stream, is gone.
   *
   * @param byApplication whether the application closed it, who may have read enough
   */
  void lost(Throwable cause, boolean byApplication) {
    boolean enough = status > 0 && failure == null && (byApplication || endsWithConnection);
    end(status, enough ? null : failure == null ? cause : failure);
  }

  void end(int code, Throwable error) {
    if (exchange != null) {
      AnswerBody body = exchange.answerBody();
      if (body != null) {
        body.end();
      }
      exchange.end(code, error);
    }
  }
}
