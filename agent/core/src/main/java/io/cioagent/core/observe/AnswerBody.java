package io.cioagent.core.observe;

import io.cioagent.core.webhook.BodyCopy;
import java.nio.ByteBuffer;

/**
 * What the application reads of the answer to a send, which names the delivery that webhooks will
 * tell of. Nothing is read on the application's behalf; safe for any thread.
 */
public final class AnswerBody {
  /** A real one has some hundred bytes. */
  private static final int MOST_BYTES = 16 * 1024;

  private final BodyCopy body = new BodyCopy(MOST_BYTES, 0);

  AnswerBody() {}

  /** The application has read these bytes, which follow those before. */
  public synchronized void read(byte[] bytes, int offset, int length) {
    body.add(bytes, offset, length);
  }

  /** The application has read this one byte. */
  public synchronized void read(int single) {
    body.add(new byte[] {(byte) single}, 0, 1);
  }

  /** As the other; reads from the position to the limit and leaves both as they are. */
  public synchronized void read(ByteBuffer bytes) {
    body.add(bytes);
  }

  /** The application has seen the end of the body, or reads no more. More than once is fine. */
  public synchronized void end() {}
}
