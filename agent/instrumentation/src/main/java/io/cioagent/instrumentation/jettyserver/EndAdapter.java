package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.HttpConnection;
import org.eclipse.jetty.server.Request;

/** A request is over, however that came; Jetty uses the request's objects for the next one. */
public final class EndAdapter extends Adapter {

  public EndAdapter(Observer observer) {
    super(observer, "jettyserver");
  }

  @Override
  public Object enter(Object ended, Object unused, Object unusedToo) {
    Request request = request(ended);
    WebhookRequest webhook = WebhookRequests.BY_INPUT.remove(request.getHttpInput());
    if (webhook != null) {
      webhook.answered(request.getResponse().getStatus());
      webhook.end();
    }
    return null;
  }

  private static Request request(Object ended) {
    if (ended instanceof Request) {
      return (Request) ended;
    }
    return ended instanceof HttpChannel
        ? ((HttpChannel<?>) ended).getRequest()
        : ((HttpConnection) ended).getHttpChannel().getRequest();
  }
}
