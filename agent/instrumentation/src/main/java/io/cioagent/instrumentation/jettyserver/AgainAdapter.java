package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import org.eclipse.jetty.server.HttpChannel;

/** An asynchronous request is dispatched to the handlers once more. */
public final class AgainAdapter extends Adapter {

  public AgainAdapter(Observer observer) {
    super(observer, "jettyserver");
  }

  @Override
  public Object enter(Object server, Object channel, Object unused) {
    observer()
        .traces()
        .requests()
        .begin(((HttpChannel<?>) channel).getRequest(), WebhookRequests.HEADERS);
    return null;
  }
}
