package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A callback has been made; nothing happens unless a call is active on the thread. */
final class RegisteredAdapter extends Adapter {
  private final Callbacks callbacks;

  RegisteredAdapter(Observer observer, Callbacks callbacks) {
    super(observer, "handover");
    this.callbacks = callbacks;
  }

  @Override
  public Object enter(Object callback, Object unused, Object unusedToo) {
    Call call = observer().current();
    if (call != null) {
      callbacks.put(callback, call);
    }
    return null;
  }
}
