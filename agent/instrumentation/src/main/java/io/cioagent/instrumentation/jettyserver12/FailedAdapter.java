package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;

/** A handler threw or gave up, perhaps with the answer already on its way. */
public final class FailedAdapter extends JettyAdapter {

  public FailedAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object callback, Object request, Object failure) {
    WebhookRequest webhook = WebhookRequests.BY_REQUEST.get(request);
    if (webhook != null) {
      webhook.failed((Throwable) failure);
    }
    return null;
  }
}
