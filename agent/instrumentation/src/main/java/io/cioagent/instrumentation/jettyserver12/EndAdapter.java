package io.cioagent.instrumentation.jettyserver12;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;

/** The stream is about to be completed, with all of the answer written or given up. */
public final class EndAdapter extends JettyAdapter {

  public EndAdapter(Observer observer) {
    super(observer);
  }

  @Override
  public Object enter(Object invoker, Object channelState, Object unused) {
    WebhookRequest webhook = WebhookRequests.BY_REQUEST.remove(Jetty.request(channelState));
    if (webhook != null) {
      webhook.answered(Jetty.status(Jetty.response(channelState)));
      webhook.end();
    }
    return null;
  }
}
