package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http2.Http2Connection;
import io.netty.handler.codec.http2.Http2ConnectionEncoder;
import io.netty.handler.codec.http2.Http2Headers;

/** A request of HTTP/2 is written. */
public final class StreamRequestAdapter extends Adapter {

  public StreamRequestAdapter(Observer observer) {
    super(observer, "netty41");
  }

  /** A request of ours whose stream is not known yet. */
  private static final class Written {
    final Http2Connection connection;
    final Channel channel;
    final Target target;
    final String method;

    Written(Http2Connection connection, Channel channel, Target target, String method) {
      this.connection = connection;
      this.channel = channel;
      this.target = target;
      this.method = method;
    }
  }

  @Override
  public Object enter(Object encoder, Object context, Object written) {
    Http2Connection connection = ((Http2ConnectionEncoder) encoder).connection();
    Http2Headers headers = (Http2Headers) written;
    if (connection.isServer() || headers.method() == null) {
      return null;
    }
    Channel channel = ((ChannelHandlerContext) context).channel();
    CharSequence authority = headers.authority();
    Target target =
        Target.of(
            observer().hosts(),
            channel,
            headers.scheme(),
            authority == null ? headers.get(HttpHeaderNames.HOST) : authority,
            headers.path());
    return target == null || ObservedAbove.contains(channel)
        ? null
        : new Written(connection, channel, target, headers.method().toString());
  }

  @Override
  public void exit(Object scope, Object stream, Throwable thrown) {
    Written written = (Written) scope;
    int id = (Integer) stream;
    if (written.connection.stream(id) == null) {
      // The connection takes no further stream, and the request was not written.
      return;
    }
    Exchange exchange = observer().startExchange();
    written.target.attempt(exchange, written.method);
    Flights flights = Flights.of(written.channel);
    flights.add(id, new Flight(exchange));
    Streams.watch(written.connection, flights);
    flights.watch(written.channel);
  }
}
