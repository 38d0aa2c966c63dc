package io.cioagent.instrumentation.jdkhttpserver;

import io.cioagent.core.observe.Observer;
import io.cioagent.core.webhook.WebhookRequest;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.nio.ByteBuffer;

/** The application reads; what the server drains at the end goes another way. */
final class ReadAdapter extends Adapter {
  private final LibraryObjects<Received> live;

  ReadAdapter(Observer observer, LibraryObjects<Received> live) {
    super(observer, "jdkhttpserver");
    this.live = live;
  }

  @Override
  public Object enter(Object exchange, Object unused, Object unusedToo) {
    return live.get(exchange);
  }

  /** Comes with one byte, with several, or with nothing where that was the end. */
  @Override
  public void exit(Object scope, Object read, Throwable thrown) {
    WebhookRequest request = ((Received) scope).request();
    if (read == null) {
      request.readToEnd();
    } else if (read instanceof ByteBuffer) {
      request.read((ByteBuffer) read);
    } else {
      request.read((Integer) read);
    }
  }
}
