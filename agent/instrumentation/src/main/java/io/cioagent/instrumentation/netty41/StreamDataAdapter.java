package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;

/** The last part of an answer of HTTP/2 has arrived. */
public final class StreamDataAdapter extends Adapter {

  public StreamDataAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object decoder, Object context, Object unused) {
    return Flights.find(((ChannelHandlerContext) context).channel());
  }

  @Override
  public void exit(Object flights, Object stream, Throwable thrown) {
    Flight flight = ((Flights) flights).removeFromStream((Integer) stream);
    if (flight != null) {
      flight.complete();
    }
  }
}
