package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.Future;

/** A connection is asked for: what its listeners do belongs to the call that asked. */
final class ConnectAdapter extends Adapter {
  private final HandedOver handedOver;

  ConnectAdapter(Observer observer, HandedOver handedOver) {
    super(observer, "nettyhandover");
    this.handedOver = handedOver;
  }

  @Override
  public Object enter(Object promise, Object unused, Object unusedToo) {
    Call call = observer().current();
    if (call != null && promise != null) {
      handedOver.put(promise, call, HandedTask.Kind.RESULT);
      if (((Future<?>) promise).isDone()) {
        // Perhaps since a moment before it was put: nobody else would take it.
        handedOver.drop(promise);
      }
    }
    return null;
  }
}
