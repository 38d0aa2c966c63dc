package io.cioagent.instrumentation.undertow;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import java.nio.ByteBuffer;

/**
 * A webhook that one exchange brings. Its body is read by one thread at a time, as the channel
 * itself.
 */
final class Received {
  /** By exchange, and for its reading by the channel of that. */
  static final LibraryObjects<Received> LIVE = new LibraryObjects<>();

  private final WebhookRequest request;

  /** What a handler has read ahead and given back: it was told of already. */
  private long givenBack;

  /** From here on it is Undertow that reads, to have the connection free. */
  private volatile boolean drained;

  Received(WebhookRequest request) {
    this.request = request;
  }

  WebhookRequest request() {
    return request;
  }

  void giveBack(long count) {
    givenBack += count;
  }

  void drain() {
    drained = true;
  }

  boolean isDrained() {
    return drained;
  }

  /** Read were the bytes from the position to the limit, which may be changed. */
  void read(ByteBuffer bytes) {
    int known = (int) Math.min(givenBack, bytes.remaining());
    givenBack -= known;
    bytes.position(bytes.position() + known);
    if (bytes.hasRemaining()) {
      request.read(bytes);
    }
  }
}
