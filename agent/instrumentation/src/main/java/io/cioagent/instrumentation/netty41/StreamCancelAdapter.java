package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;
import java.net.ProtocolException;
import java.util.concurrent.CancellationException;

/** The application, or the library for it, resets a stream. */
public final class StreamCancelAdapter extends Adapter {

  public StreamCancelAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object handler, Object context, Object unused) {
    return Flights.find(((ChannelHandlerContext) context).channel());
  }

  @Override
  public void exit(Object flights, Object signedStream, Throwable thrown) {
    boolean unwanted = (Integer) signedStream < 0;
    Flight flight = ((Flights) flights).removeFromStream(Math.abs((Integer) signedStream));
    if (flight != null) {
      flight.lost(
          unwanted
              ? new CancellationException("stream reset by the application")
              : new ProtocolException("stream reset because of what the server sent"),
          unwanted);
    }
  }
}
