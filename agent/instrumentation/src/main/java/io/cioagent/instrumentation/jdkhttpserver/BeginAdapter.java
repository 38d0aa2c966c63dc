package io.cioagent.instrumentation.jdkhttpserver;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.net.URI;

/** An exchange is about to be handed to the application's filters and handler. */
final class BeginAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  BeginAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object shown, Object inner, Object unused) {
    HttpExchange exchange = (HttpExchange) shown;
    Webhooks webhooks = observer().webhooks();
    if (!webhooks.mayBeSentBy(exchange.getRequestMethod()) || isOurs(exchange)) {
      return null;
    }
    WebhookRequest request = begin(exchange, webhooks);
    if (request != null) {
      Received received = new Received(request);
      live.put(inner, received);
      live.put(exchange, received);
    }
    return null;
  }

  /** The thread is not at it yet, as far as anybody else knows. */
  private WebhookRequest begin(HttpExchange exchange, Webhooks webhooks) {
    Headers headers = exchange.getRequestHeaders();
    observer().traces().requests().begin(exchange, HandleAdapter.HEADERS);
    try {
      return webhooks.begin(
          path(exchange.getRequestURI()),
          headers.getFirst(Webhooks.SIGNATURE_HEADER),
          headers.getFirst(Webhooks.TIMESTAMP_HEADER),
          headers.getFirst("Content-Type"),
          length(headers.getFirst("Content-Length")));
    } finally {
      observer().traces().requests().end();
    }
  }

  /** The agent's own endpoint answers by a handler of its own class loader. */
  private static boolean isOurs(HttpExchange exchange) {
    return exchange.getHttpContext().getHandler().getClass().getClassLoader()
        == BeginAdapter.class.getClassLoader();
  }

  private static String path(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  private static long length(String header) {
    try {
      return header == null ? -1 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
