package io.cioagent.core.webhook;

import java.nio.ByteBuffer;

/**
 * One webhook as the application's receiver deals with it. Nothing is read on the receiver's
 * behalf; safe for any thread.
 */
public final class WebhookRequest {
  private static final int MOST_BYTES = 256 * 1024;

  private final BodyCopy body;

  WebhookRequest(long contentLength) {
    body = new BodyCopy(MOST_BYTES, contentLength);
  }

  /** The application has read these bytes of the body, which follow those before. */
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

  /** The application has seen the end of the body. */
  public synchronized void readToEnd() {}

  /** The answer's status is this; the last one counts. */
  public synchronized void answered(int status) {}

  /** The receiver threw; what the container makes of it may still be {@link #answered}. */
  public synchronized void failed(Throwable error) {}

  /** The answer is on its way as a whole, or never will be. Whatever follows is passed over. */
  public synchronized void end() {}
}
