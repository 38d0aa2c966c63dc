package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** A callback runs: what it starts belongs to the call that registered it, or to none. */
final class CallbackAdapter extends Adapter {
  private final Callbacks callbacks;

  CallbackAdapter(Observer observer, Callbacks callbacks) {
    super(observer, "handover");
    this.callbacks = callbacks;
  }

  @Override
  public Object enter(Object callback, Object unused, Object unusedToo) {
    Call call = callbacks.get(callback);
    return call == null ? observer().stepOut() : observer().resume(call);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Observer.leave((ThreadScope) scope);
  }
}
