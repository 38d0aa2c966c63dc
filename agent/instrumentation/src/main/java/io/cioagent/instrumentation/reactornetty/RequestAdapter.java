package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.ObservedAbove;
import io.netty.channel.Channel;
import reactor.netty.Connection;

/** A connection is there, and the request is about to be written. */
public final class RequestAdapter extends Adapter {

  public RequestAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  /** An attempt whose method is not known yet. */
  private static final class Writing {
    final Subscribed subscribed;
    final Object endpoint;

    Writing(Subscribed subscribed, Object endpoint) {
      this.subscribed = subscribed;
      this.endpoint = endpoint;
    }
  }

  @Override
  public Object enter(Object handler, Object connection, Object endpoint) {
    Subscribed subscribed = Subscriptions.find(handler);
    if (subscribed == null) {
      return null;
    }
    Channel channel = ((Connection) connection).channel();
    ObservedAbove.add(channel);
    // Of HTTP/2 this channel is but a stream.
    ObservedAbove.add(channel.parent());
    return new Writing(subscribed, endpoint);
  }

  @Override
  public void exit(Object scope, Object method, Throwable thrown) {
    Writing writing = (Writing) scope;
    writing.subscribed.attempt(Target.of(method, writing.endpoint));
  }
}
