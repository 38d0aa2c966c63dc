package io.cioagent.core.call;

import io.cioagent.core.base.BodyCopy;
import io.cioagent.core.webhook.SendResponse;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * What the application reads of the answer to a send, which names the delivery that webhooks report
 * on. Nothing is read on the application's behalf. Safe for any thread.
 */
public final class AnswerBody {
  /** A real one has some hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private final Call call;
  private final BodyCopy body = new BodyCopy(MOST_BYTES, 0);
  private boolean reported;

  /**
   * @param call the call that sends the message
   */
  AnswerBody(Call call) {
    this.call = call;
  }

  /** The application has read these bytes, which follow those before. */
  public void read(byte[] bytes, int offset, int length) {
    if (length > 0) {
      @Nullable String deliveryId;
      synchronized (this) {
        body.add(bytes, offset, length);
        deliveryId = deliveryIdIfComplete(bytes[offset + length - 1]);
      }
      report(deliveryId);
    }
  }

  /** The application has read this one byte. */
  public void read(int single) {
    String deliveryId;
    synchronized (this) {
      body.add(single);
      deliveryId = deliveryIdIfComplete(single);
    }
    report(deliveryId);
  }

  /** As the other; reads from the position to the limit and leaves both as they are. */
  public void read(ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      @Nullable String deliveryId;
      synchronized (this) {
        body.add(bytes);
        deliveryId = deliveryIdIfComplete(bytes.get(bytes.limit() - 1));
      }
      report(deliveryId);
    }
  }

  /** The application has seen the end of the body, or reads no more. More than once is fine. */
  public void end() {
    report(deliveryId());
  }

  /** Not every application reads on to see that nothing follows. */
  private @Nullable String deliveryIdIfComplete(int last) {
    return last == '}' ? deliveryId() : null;
  }

  /** Null where there is none yet, or where it was found before. */
  private synchronized @Nullable String deliveryId() {
    String deliveryId = reported ? null : SendResponse.deliveryId(body);
    reported |= deliveryId != null;
    return deliveryId;
  }

  private void report(@Nullable String deliveryId) {
    if (deliveryId != null) {
      call.calls().listener().sent(call, deliveryId);
    }
  }
}
