package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;

/** The application, or a handler for it, closes a connection; the peer's end comes another way. */
public final class CloseAdapter extends Adapter {

  public CloseAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object handler, Object context, Object unused) {
    Flights flights = Flights.find(((ChannelHandlerContext) context).channel());
    if (flights != null) {
      flights.closedByApplication();
    }
    return null;
  }
}
