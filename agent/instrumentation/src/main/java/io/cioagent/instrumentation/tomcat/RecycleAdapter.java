package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;

/** A request that nobody has ended, such as one whose connection broke while it was waited for. */
public final class RecycleAdapter extends Adapter {

  public RecycleAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  @Override
  public Object enter(Object request, Object unused, Object unusedToo) {
    WebhookRequest webhook = Live.WEBHOOKS.remove(request);
    if (webhook != null) {
      webhook.end();
    }
    return null;
  }
}
