package io.cioagent.instrumentation.undertow;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Somebody is about to read the body. */
public final class ChannelAdapter extends Adapter {

  public ChannelAdapter(Observer observer) {
    super(observer, "undertow");
  }

  @Override
  public Object enter(Object exchange, Object channel, Object unused) {
    Received received = Received.LIVE.get(exchange);
    if (received != null && channel != null) {
      Received.LIVE.put(channel, received);
    }
    return null;
  }
}
