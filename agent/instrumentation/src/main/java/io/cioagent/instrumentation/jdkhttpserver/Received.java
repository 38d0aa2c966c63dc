package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.webhook.WebhookRequest;
import java.io.IOException;

/** A webhook that one exchange brings. */
final class Received {
  private final WebhookRequest request;

  /** What the filters and the handler threw last; one filter may deal with what comes to it. */
  private volatile Throwable thrown;

  private volatile boolean answered;

  /** Filters and handler have returned; another thread may have the exchange still. */
  private volatile boolean handedOver;

  Received(WebhookRequest request) {
    this.request = request;
  }

  WebhookRequest request() {
    return request;
  }

  void handled(Throwable error) {
    thrown = error;
  }

  void answered(int status) {
    answered = true;
    request.answered(status);
  }

  void handOver() {
    handedOver = true;
  }

  /** Whether a close ends it now; else the handler may be about to throw, which says why. */
  boolean endsByClose() {
    return answered || handedOver;
  }

  /**
   * The server has closed the connection before the answer was written. Where that failed as the
   * sender has gone away, the handler has done what it could.
   */
  void lost() {
    if (thrown != null && !(answered && thrown instanceof IOException)) {
      request.failed(thrown);
    }
    request.end();
  }
}
