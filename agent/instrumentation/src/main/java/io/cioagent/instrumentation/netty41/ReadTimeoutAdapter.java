package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.ReadTimeoutException;

/** A connection, or a stream of one, was silent for too long, and is closed next. */
public final class ReadTimeoutAdapter extends Adapter {

  public ReadTimeoutAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object handler, Object context, Object unused) {
    Channel channel = ((ChannelHandlerContext) context).channel();
    Flights flights = Flights.find(channel);
    if (flights != null) {
      flights.failed(ReadTimeoutException.INSTANCE);
    } else if (channel.parent() != null) {
      Flights ofConnection = Flights.find(channel.parent());
      if (ofConnection != null) {
        Streams.failed(ofConnection, channel, ReadTimeoutException.INSTANCE);
      }
    }
    return null;
  }
}
