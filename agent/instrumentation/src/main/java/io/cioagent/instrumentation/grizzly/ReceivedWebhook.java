package io.cioagent.instrumentation.grizzly;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.server.Request;
import org.jspecify.annotations.Nullable;

/** A webhook that Grizzly has not answered yet. As Grizzly's buffer, read by a thread at a time. */
final class ReceivedWebhook {
  /** By request and by the buffer of its body, both of which serve further requests later. */
  static final LibraryObjects<ReceivedWebhook> OPEN = new LibraryObjects<>();

  private final WebhookRequest request;

  /**
   * Grizzly reads the first bytes along with the head, whether the application wants them or not.
   */
  private volatile boolean readStarted;

  private ReceivedWebhook(WebhookRequest request) {
    this.request = request;
  }

  static void open(Request request, WebhookRequest webhook) {
    ReceivedWebhook received = new ReceivedWebhook(webhook);
    OPEN.put(request, received);
    OPEN.put(request.getInputBuffer(), received);
  }

  static @Nullable ReceivedWebhook close(Request request) {
    OPEN.remove(request.getInputBuffer());
    return OPEN.remove(request);
  }

  WebhookRequest request() {
    return request;
  }

  /** The application is about to read, for the first time or again. */
  void reads(@Nullable Buffer waiting) {
    if (!readStarted && waiting != null) {
      readStarted = true;
      request.read(waiting.toByteBuffer());
    }
  }

  /** More of the body has arrived; what arrives before the application reads is waiting. */
  void arrived(Buffer bytes) {
    if (readStarted) {
      request.read(bytes.toByteBuffer());
    }
  }

  /** All of the body has arrived. */
  void arrivedToEnd() {
    if (readStarted) {
      request.readToEnd();
    }
  }
}
