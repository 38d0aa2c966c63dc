package io.cioagent.core.observe;

import io.cioagent.core.webhook.BodyCopy;
import io.cioagent.core.webhook.SendAnswer;
import java.nio.ByteBuffer;

/**
 * What the application reads of the answer to a send, which names the delivery that webhooks will
 * tell of. Nothing is read on the application's behalf; safe for any thread.
 */
public final class AnswerBody {
  /** A real one has some hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private final Observer observer;
  private final Call call;
  private final BodyCopy body = new BodyCopy(MOST_BYTES, 0);
  private boolean told;

  /**
   * @param call what asked for the message
   */
  AnswerBody(Observer observer, Call call) {
    this.observer = observer;
    this.call = call;
  }

  /** The application has read these bytes, which follow those before. */
  public synchronized void read(byte[] bytes, int offset, int length) {
    if (length > 0) {
      body.add(bytes, offset, length);
      tellIfComplete(bytes[offset + length - 1]);
    }
  }

  /** The application has read this one byte. */
  public synchronized void read(int single) {
    body.add(single);
    tellIfComplete(single);
  }

  /** As the other; reads from the position to the limit and leaves both as they are. */
  public synchronized void read(ByteBuffer bytes) {
    if (bytes.hasRemaining()) {
      body.add(bytes);
      tellIfComplete(bytes.get(bytes.limit() - 1));
    }
  }

  /** The application has seen the end of the body, or reads no more. More than once is fine. */
  public synchronized void end() {
    tell();
  }

  /** Not every application reads on to see that nothing follows. */
  private void tellIfComplete(int last) {
    if (last == '}') {
      tell();
    }
  }

  private void tell() {
    String deliveryId = told ? null : SendAnswer.deliveryId(body);
    if (deliveryId != null) {
      told = true;
      observer.listener().sent(call, deliveryId);
    }
  }
}
