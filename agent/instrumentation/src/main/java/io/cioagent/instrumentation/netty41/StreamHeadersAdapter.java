package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http2.Http2Headers;

/** The head of an answer of HTTP/2 has arrived, or what follows its body. */
public final class StreamHeadersAdapter extends Adapter {

  public StreamHeadersAdapter(Observer observer) {
    super(observer, "netty41");
  }

  /** Headers on a connection with requests of ours. */
  private static final class Arrived {
    final Flights flights;
    final CharSequence status;

    Arrived(Flights flights, CharSequence status) {
      this.flights = flights;
      this.status = status;
    }
  }

  @Override
  public Object enter(Object decoder, Object context, Object headers) {
    Flights flights = Flights.find(((ChannelHandlerContext) context).channel());
    return flights == null || flights.isIdle()
        ? null
        : new Arrived(flights, ((Http2Headers) headers).status());
  }

  @Override
  public void exit(Object scope, Object signedStream, Throwable thrown) {
    Arrived arrived = (Arrived) scope;
    int stream = Math.abs((Integer) signedStream);
    Flight flight = arrived.flights.onStream(stream);
    if (flight == null) {
      return;
    }
    if (arrived.status != null) {
      flight.answered(Integer.parseInt(arrived.status.toString()), false);
    }
    if ((Integer) signedStream < 0 && arrived.flights.removeFromStream(stream) != null) {
      flight.complete();
    }
  }
}
