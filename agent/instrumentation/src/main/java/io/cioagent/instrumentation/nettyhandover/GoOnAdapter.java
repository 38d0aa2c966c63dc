package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** A task runs or a promise tells its listeners: on behalf of the call that waits for it. */
final class GoOnAdapter extends Adapter {
  private final HandedOver handedOver;

  GoOnAdapter(Observer observer, HandedOver handedOver) {
    super(observer, "nettyhandover");
    this.handedOver = handedOver;
  }

  /** Work that goes on; the thread is null where the call is over already. */
  private static final class Running {
    final Call call;
    final ThreadScope thread;

    Running(Call call, ThreadScope thread) {
      this.call = call;
      this.thread = thread;
    }
  }

  @Override
  public Object enter(Object work, Object unused, Object unusedToo) {
    Call call = handedOver.take(work);
    return call == null ? null : new Running(call, observer().resume(call));
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Running running = (Running) scope;
    if (running.thread != null) {
      Observer.leave(running.thread);
    }
    running.call.taskEnded();
  }
}
