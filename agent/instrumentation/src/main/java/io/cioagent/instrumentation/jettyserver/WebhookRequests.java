package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.LibraryObjects;
import org.eclipse.jetty.server.Request;

/** The webhooks that handlers are at. */
final class WebhookRequests {
  /** By Jetty's input, which serves one request of its connection after the other. */
  static final LibraryObjects<WebhookRequest> BY_INPUT = new LibraryObjects<>();

  static final HeaderReader HEADERS = (request, name) -> ((Request) request).getHeader(name);

  private WebhookRequests() {}
}
