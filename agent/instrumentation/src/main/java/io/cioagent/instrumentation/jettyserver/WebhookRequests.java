package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;

/** The webhooks that handlers are at. */
final class WebhookRequests {
  /** By Jetty's input, which serves one request of its connection after the other. */
  static final LibraryObjects<WebhookRequest> BY_INPUT = new LibraryObjects<>();

  private WebhookRequests() {}
}
