package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.Observer;
import io.cioagent.core.observe.Observer.ThreadScope;
import io.cioagent.instrumentation.Adapter;

/** A task runs: on behalf of the call that made it, and only while that is not over. */
final class TaskAdapter extends Adapter {
  private final HandedOver handedOver;

  TaskAdapter(Observer observer, HandedOver handedOver) {
    super(observer, "handover");
    this.handedOver = handedOver;
  }

  /** A task that runs on behalf of a call. */
  private static final class Running {
    final Call call;
    final ThreadScope thread;
    final boolean awaited;

    Running(Call call, ThreadScope thread, boolean awaited) {
      this.call = call;
      this.thread = thread;
      this.awaited = awaited;
    }
  }

  @Override
  public Object enter(Object task, Object unused, Object unusedToo) {
    Call call = handedOver.remove(task);
    ThreadScope thread = call == null ? null : observer().resume(call);
    return thread == null ? null : new Running(call, thread, !HandedOver.isTimer(task));
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Running running = (Running) scope;
    Observer.leave(running.thread);
    if (running.awaited) {
      running.call.taskEnded();
    }
  }
}
