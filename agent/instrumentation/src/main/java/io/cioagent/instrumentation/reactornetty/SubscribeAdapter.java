package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A subscription: the request is made now, and belongs to what asked. */
public final class SubscribeAdapter extends Adapter {

  public SubscribeAdapter(Observer observer) {
    super(observer, "reactornetty");
  }

  @Override
  public Object enter(Object handler, Object method, Object endpoint) {
    if (Target.leadsToCustomerIo(observer().hosts(), endpoint)) {
      Subscriptions.begin(observer(), handler, Target.of(method, endpoint));
    }
    return null;
  }
}
