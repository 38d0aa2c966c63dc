package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An exchange that brings a webhook. */
final class WebhookExchange {
  /** Those not answered yet, by the server's own exchange and by the one the application gets. */
  static final LibraryObjects<WebhookExchange> OPEN = new LibraryObjects<>();

  private final WebhookRequest request;

  /** What filters or handler threw last; a filter may deal with what those behind it threw. */
  private volatile @Nullable Throwable thrown;

  private volatile boolean answered;

  /** Filters and handler have returned; another thread may still have the exchange. */
  private volatile boolean handled;

  WebhookExchange(WebhookRequest request) {
    this.request = request;
  }

  WebhookRequest request() {
    return request;
  }

  /** A filter or the handler has returned or thrown. */
  void left(@Nullable Throwable error) {
    thrown = error;
  }

  void answered(int status) {
    answered = true;
    request.answered(status);
  }

  void handled() {
    handled = true;
  }

  /** Whether a close ends it now; else the handler may be about to throw, which says why. */
  boolean endsByClose() {
    return answered || handled;
  }

  /**
   * The server has closed the connection before the answer was written. Where that failed because
   * the sender is gone, the handler has done its part.
   */
  void lost() {
    if (thrown != null && !(answered && thrown instanceof IOException)) {
      request.failed(thrown);
    }
    request.end();
  }
}
