package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The objects of one attempt, by which its subscription is found again. */
public final class SinkAdapter extends Adapter {

  public SinkAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object attemptObserver, Object sink, Object handler) {
    Subscribed subscribed = Subscriptions.find(handler);
    if (subscribed != null) {
      Subscriptions.put(attemptObserver, subscribed);
      Subscriptions.put(sink, subscribed);
    }
    return null;
  }
}
