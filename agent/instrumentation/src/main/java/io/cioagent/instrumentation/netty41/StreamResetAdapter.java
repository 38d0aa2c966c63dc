package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;
import java.net.SocketException;

/** The server resets a stream. */
public final class StreamResetAdapter extends Adapter {

  public StreamResetAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object decoder, Object context, Object unused) {
    return Flights.find(((ChannelHandlerContext) context).channel());
  }

  @Override
  public void exit(Object flights, Object signedStream, Throwable thrown) {
    Flight flight = ((Flights) flights).removeFromStream(Math.abs((Integer) signedStream));
    if (flight != null) {
      flight.lost(new SocketException("stream reset by the server"), false);
    }
  }
}
