package io.cioagent.instrumentation.undertow;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import java.nio.ByteBuffer;

/** An exchange that brings a webhook. As Undertow's channel, it is read by one thread at a time. */
final class WebhookExchange {
  /** Those not answered yet, by exchange and by the channel of its body. */
  static final LibraryObjects<WebhookExchange> OPEN = new LibraryObjects<>();

  private final WebhookRequest request;

  /** How many bytes a handler has read ahead and given back: they are read once more. */
  private long givenBack;

  /** From here on it is Undertow that reads, to free the connection. */
  private volatile boolean drained;

  WebhookExchange(WebhookRequest request) {
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

  /** The application has read the bytes from position to limit; both may be changed here. */
  void read(ByteBuffer bytes) {
    int known = (int) Math.min(givenBack, bytes.remaining());
    givenBack -= known;
    bytes.position(bytes.position() + known);
    if (bytes.hasRemaining()) {
      request.read(bytes);
    }
  }
}
