package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;

/** The answer is complete and the request is read, or the connection is lost. */
public final class CompleteAdapter extends Adapter {

  public CompleteAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object first, Object unused, Object unusedToo) {
    Received received = Received.LIVE.remove(first);
    if (received == null) {
      return null;
    }
    HttpServerExchange exchange = (HttpServerExchange) first;
    WebhookRequest request = received.request();
    received.drain();
    Throwable thrown = exchange.getAttachment(DefaultResponseListener.EXCEPTION);
    if (thrown != null) {
      request.failed(thrown);
    }
    request.answered(exchange.getStatusCode());
    request.end();
    return null;
  }
}
