package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import java.io.IOException;

/** A handler threw or gave up, perhaps with the answer already on its way. */
public final class FailedAdapter extends JettyAdapter {

  public FailedAdapter(Observer observer) {
    super(observer);
  }

  /**
   * A sender that has gone fails the callback as well, although the handler did its part. Where a
   * handler lets an I/O error through, the status says so.
   */
  @Override
  public Object enter(Object callback, Object request, Object failure) {
    WebhookRequest webhook = WebhookRequests.BY_REQUEST.get(request);
    if (webhook != null && !(failure instanceof IOException)) {
      webhook.failed((Throwable) failure);
    }
    return null;
  }
}
