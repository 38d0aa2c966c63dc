package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;

/** A chunk of a body goes to whoever reads it; what Jetty itself drains does not come this way. */
public final class ReadAdapter extends JettyAdapter {

  public ReadAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object request, Object chunk, Object unused) {
    WebhookRequest webhook = WebhookRequests.BY_REQUEST.get(request);
    if (webhook != null) {
      webhook.read(Jetty.bytes(chunk));
      if (Jetty.isEnd(chunk)) {
        webhook.readToEnd();
      }
    }
    return null;
  }
}
