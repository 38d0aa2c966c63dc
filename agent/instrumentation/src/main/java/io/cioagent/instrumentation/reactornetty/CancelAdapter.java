package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** The application cancels a subscription. */
public final class CancelAdapter extends Adapter {

  public CancelAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object sink, Object unused, Object unusedToo) {
    Subscribed subscribed = Subscriptions.find(sink);
    if (subscribed != null) {
      subscribed.cancelled();
    }
    return null;
  }
}
