package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;

/** Something failed on a connection; if it is closed next, that is why. */
public final class FailureAdapter extends Adapter {

  public FailureAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object handler, Object context, Object cause) {
    Flights flights = Flights.find(((ChannelHandlerContext) context).channel());
    if (flights != null) {
      flights.failed((Throwable) cause);
    }
    return null;
  }
}
