package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.core.webhook.Webhooks;
import io.cioagent.instrumentation.Adapter;
import org.eclipse.jetty.server.HttpChannel;
import org.eclipse.jetty.server.Request;

/**
 * A request enters the handlers. What is dispatched later, for an asynchronous answer or an error
 * page, takes other ways.
 */
public final class BeginAdapter extends Adapter {

  public BeginAdapter(Observer observer) {
    super(observer, "jettyserver");
  }

  @Override
  public Object enter(Object server, Object channel, Object unused) {
    Request request = ((HttpChannel<?>) channel).getRequest();
    observer().traces().requests().begin(request, WebhookRequests.HEADERS);
    Webhooks webhooks = observer().webhooks();
    if (webhooks.mayBeSentBy(request.getMethod())) {
      WebhookRequest webhook =
          webhooks.begin(
              request.getRequestURI(),
              request.getHeader(Webhooks.SIGNATURE_HEADER),
              request.getHeader(Webhooks.TIMESTAMP_HEADER),
              // Not getContentType, which settles the character encoding on its way.
              request.getHeader("Content-Type"),
              request.getContentLengthLong());
      if (webhook != null) {
        WebhookRequests.BY_INPUT.put(request.getHttpInput(), webhook);
      }
    }
    return null;
  }
}
