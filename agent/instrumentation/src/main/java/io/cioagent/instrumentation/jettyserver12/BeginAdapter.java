package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.tracing.HeaderReader;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;

/** The handlers are about to be invoked, once for each request. */
public final class BeginAdapter extends JettyAdapter {

  private static final HeaderReader HEADERS =
      (request, name) -> Jetty.header(Jetty.headers(request), name);

  public BeginAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object invoker, Object channelState, Object unused) {
    Object request = Jetty.request(channelState);
    observer().traces().requests().begin(request, HEADERS);
    Webhooks webhooks = observer().webhooks();
    if (request != null && webhooks.mayBeSentBy(Jetty.method(request))) {
      Object headers = Jetty.headers(request);
      WebhookRequest webhook =
          webhooks.begin(
              Jetty.path(request),
              Jetty.header(headers, Webhooks.SIGNATURE_HEADER),
              Jetty.header(headers, Webhooks.TIMESTAMP_HEADER),
              Jetty.header(headers, "Content-Type"),
              Jetty.length(request));
      if (webhook != null) {
        WebhookRequests.BY_REQUEST.put(request, webhook);
      }
    }
    return null;
  }
}
