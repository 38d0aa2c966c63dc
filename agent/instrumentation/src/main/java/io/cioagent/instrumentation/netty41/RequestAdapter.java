package io.cioagent.instrumentation.netty41;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;

/** A request of HTTP/1.1 is written. */
public final class RequestAdapter extends Adapter {

  public RequestAdapter(Observer observer) {
    super(observer, "netty41");
  }

  @Override
  public Object enter(Object encoder, Object context, Object message) {
    if (!(message instanceof HttpRequest)) {
      return null;
    }
    Channel channel = ((ChannelHandlerContext) context).channel();
    HttpRequest request = (HttpRequest) message;
    Target target = Target.of(observer().hosts(), channel, request);
    if (target == null || HttpMethod.CONNECT.equals(request.method())) {
      Flights flights = Flights.find(channel);
      if (flights != null && !flights.isIdle()) {
        // Its answer comes before those to what follows.
        flights.add(new Flight(null));
      }
    } else if (!ObservedAbove.contains(channel)) {
      Exchange exchange = observer().startExchange();
      target.attempt(exchange, request.method().name());
      Flights flights = Flights.of(channel);
      flights.add(new Flight(exchange));
      flights.watch(channel);
    }
    return null;
  }
}
