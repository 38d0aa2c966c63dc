package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;

/** The webhooks that Jetty has not answered yet. Names no type of Jetty: all generations use it. */
public final class WebhookRequests {
  /**
   * Up to Jetty 11 by its input, which serves one request of its connection after the other; since
   * 12 by its core request.
   */
  public static final LibraryObjects<WebhookRequest> OPEN = new LibraryObjects<>();

  private WebhookRequests() {}
}
