package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.util.List;

/** Parts of an answer of HTTP/1.1 have arrived. */
public final class ResponseAdapter extends Adapter {
  private static final int SWITCHING_PROTOCOLS = 101;

  public ResponseAdapter(Observer observer) {
    super(observer, "netty41");
  }

  /** The decoder's list before it decodes. */
  private static final class Decoding {
    final Flights flights;
    final List<?> decoded;
    final int size;

    Decoding(Flights flights, List<?> decoded) {
      this.flights = flights;
      this.decoded = decoded;
      this.size = decoded.size();
    }
  }

  @Override
  public Object enter(Object decoder, Object context, Object decoded) {
    Flights flights = Flights.find(((ChannelHandlerContext) context).channel());
    return flights == null || flights.next() == null
        ? null
        : new Decoding(flights, (List<?>) decoded);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Decoding decoding = (Decoding) scope;
    for (int i = decoding.size; i < decoding.decoded.size(); i++) {
      Object part = decoding.decoded.get(i);
      Flight flight = decoding.flights.next();
      if (flight != null && part instanceof HttpObject) {
        arrived(decoding.flights, flight, (HttpObject) part);
      }
    }
  }

  private static void arrived(Flights flights, Flight flight, HttpObject part) {
    if (part.decoderResult().isFailure()) {
      flights.removeNext();
      flight.malformed(part.decoderResult().cause());
      return;
    }
    if (part instanceof HttpResponse) {
      HttpResponse head = (HttpResponse) part;
      int status = head.status().code();
      if (status == SWITCHING_PROTOCOLS) {
        switched(flights, flight, head);
        return;
      }
      flight.answered(
          status, !HttpUtil.isTransferEncodingChunked(head) && !HttpUtil.isContentLengthSet(head));
    }
    if (part instanceof HttpContent) {
      flight.read(((HttpContent) part).content());
    }
    if (part instanceof LastHttpContent && !flight.wasInterim()) {
      flights.removeNext();
      flight.complete();
    }
  }

  /** To HTTP/2, where the answer follows, or away from HTTP. */
  private static void switched(Flights flights, Flight flight, HttpResponse head) {
    flights.removeNext();
    if (head.headers().containsValue(HttpHeaderNames.UPGRADE, "h2c", true)) {
      flights.add(Flights.UPGRADED_STREAM, flight);
    } else {
      flight.end(SWITCHING_PROTOCOLS, null);
    }
  }
}
