package io.cioagent.instrumentation.jettyserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import java.nio.ByteBuffer;

/** The application has read of a body, or Jetty has for it, to get at parameters or parts. */
public final class ReadAdapter extends Adapter {

  public ReadAdapter(Observer observer) {
    super(observer, "jettyserver");
  }

  @Override
  public Object enter(Object input, Object unused, Object unusedToo) {
    return WebhookRequests.BY_INPUT.get(input);
  }

  @Override
  public void exit(Object scope, Object bytes, Throwable thrown) {
    WebhookRequest webhook = (WebhookRequest) scope;
    if (bytes == null) {
      webhook.readToEnd();
    } else {
      webhook.read((ByteBuffer) bytes);
    }
  }
}
