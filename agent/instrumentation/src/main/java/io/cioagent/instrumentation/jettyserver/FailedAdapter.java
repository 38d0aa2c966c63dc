package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import org.eclipse.jetty.server.HttpChannel;

/** An exception came out of the handlers, perhaps with the answer already on its way. */
public final class FailedAdapter extends Adapter {

  public FailedAdapter(Observer observer) {
    super(observer, "jettyserver");
  }

  @Override
  public Object enter(Object channel, Object thrown, Object unused) {
    WebhookRequest webhook =
        WebhookRequests.BY_INPUT.get(((HttpChannel<?>) channel).getRequest().getHttpInput());
    if (webhook != null) {
      webhook.failed((Throwable) thrown);
    }
    return null;
  }
}
