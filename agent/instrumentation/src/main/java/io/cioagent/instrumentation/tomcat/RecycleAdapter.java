package io.cioagent.instrumentation.tomcat;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;

/**
 * A request that nobody has ended: one whose connection broke while it was waited for, and in the
 * oldest versions one that completed before its thread was back.
 */
public final class RecycleAdapter extends Adapter {

  public RecycleAdapter(Observer observer) {
    super(observer, "tomcat");
  }

  @Override
  public Object enter(Object recycled, Object unused, Object unusedToo) {
    WebhookRequest webhook = Live.WEBHOOKS.remove(recycled);
    if (webhook != null) {
      Response response = ((Request) recycled).getResponse();
      // Where nothing was sent the status is that of a response to come.
      if (response.isCommitted()) {
        webhook.answered(response.getStatus());
      }
      webhook.end();
    }
    return null;
  }
}
