package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A task or callback has been made; nothing happens unless a call is active on the thread. */
final class CreatedAdapter extends Adapter {
  private final HandedOver handedOver;
  private final boolean task;

  /**
   * @param task whether it is work that will run for sure, and that the call waits for
   */
  CreatedAdapter(Observer observer, HandedOver handedOver, boolean task) {
    super(observer, "handover");
    this.handedOver = handedOver;
    this.task = task;
  }

  @Override
  public Object enter(Object made, Object unused, Object unusedToo) {
    Call call = observer().current();
    if (call != null) {
      if (task && !HandedOver.isTimer(made)) {
        call.taskHandedOver();
      }
      handedOver.put(made, call);
    }
    return null;
  }
}
