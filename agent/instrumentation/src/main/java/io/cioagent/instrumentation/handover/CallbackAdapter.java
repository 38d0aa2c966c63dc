package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** A callback runs: what it starts belongs to the call that registered it. */
final class CallbackAdapter extends Adapter {
  private final HandedOver handedOver;

  CallbackAdapter(Observer observer, HandedOver handedOver) {
    super(observer, "handover");
    this.handedOver = handedOver;
  }

  @Override
  public Object enter(Object callback, Object unused, Object unusedToo) {
    Call call = handedOver.get(callback);
    return call == null ? null : observer().resume(call);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Observer.leave((ThreadScope) scope);
  }
}
