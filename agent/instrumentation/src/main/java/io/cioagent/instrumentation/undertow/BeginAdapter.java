package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.Adapter;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;

/** An exchange comes to the application; dispatched ones do so again. */
public final class BeginAdapter extends Adapter {
  private static final HttpString SIGNATURE = new HttpString(Webhooks.SIGNATURE_HEADER);
  private static final HttpString TIMESTAMP = new HttpString(Webhooks.TIMESTAMP_HEADER);

  private static final HeaderReader HEADERS =
      (exchange, name) -> ((HttpServerExchange) exchange).getRequestHeaders().getFirst(name);

  public BeginAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object first, Object unused, Object unusedToo) {
    HttpServerExchange exchange = (HttpServerExchange) first;
    observer().traces().requests().begin(exchange, HEADERS);
    Webhooks webhooks = observer().webhooks();
    if (!webhooks.mayBeSentBy(exchange.getRequestMethod().toString())
        || Received.LIVE.get(exchange) != null
        || exchange.isComplete()) {
      return null;
    }
    HeaderMap headers = exchange.getRequestHeaders();
    WebhookRequest request =
        webhooks.begin(
            path(exchange),
            headers.getFirst(SIGNATURE),
            headers.getFirst(TIMESTAMP),
            headers.getFirst(Headers.CONTENT_TYPE),
            exchange.getRequestContentLength());
    if (request != null) {
      Received.LIVE.put(exchange, new Received(request));
    }
    return null;
  }

  private static String path(HttpServerExchange exchange) {
    String uri = exchange.getRequestURI();
    if (!exchange.isHostIncludedInRequestURI()) {
      return uri;
    }
    int path = uri.indexOf('/', uri.indexOf("//") + 2);
    return path < 0 ? "/" : uri.substring(path);
  }
}
