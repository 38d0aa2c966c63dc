package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;

/** The webhooks that handlers are at. */
final class WebhookRequests {
  /** By Jetty's core request. */
  static final LibraryObjects<WebhookRequest> BY_REQUEST = new LibraryObjects<>();

  private WebhookRequests() {}
}
