package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;

/** A part of an answer of HTTP/2 has arrived. */
public final class StreamDataAdapter extends Adapter {

  public StreamDataAdapter(Observer observer) {
    super(observer, "netty41");
  }

  /** Data on a connection with requests of ours. */
  private static final class Arrived {
    final Flights flights;
    final ByteBuf bytes;

    Arrived(Flights flights, ByteBuf bytes) {
      this.flights = flights;
      this.bytes = bytes;
    }
  }

  @Override
  public Object enter(Object decoder, Object context, Object data) {
    Flights flights = Flights.find(((ChannelHandlerContext) context).channel());
    return flights == null || flights.isIdle() ? null : new Arrived(flights, (ByteBuf) data);
  }

  @Override
  public void exit(Object scope, Object signedStream, Throwable thrown) {
    Arrived arrived = (Arrived) scope;
    int stream = Math.abs((Integer) signedStream);
    Flight flight = arrived.flights.onStream(stream);
    if (flight == null) {
      return;
    }
    flight.read(arrived.bytes);
    if ((Integer) signedStream < 0 && arrived.flights.removeFromStream(stream) != null) {
      flight.complete();
    }
  }
}
