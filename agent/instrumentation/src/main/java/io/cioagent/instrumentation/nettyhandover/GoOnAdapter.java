package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.HandedTask;
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
    final HandedTask task;
    final ThreadScope thread;

    Running(HandedTask task, ThreadScope thread) {
      this.task = task;
      this.thread = thread;
    }
  }

  @Override
  public Object enter(Object work, Object unused, Object unusedToo) {
    HandedTask task = handedOver.take(work);
    return task == null ? null : new Running(task, task.begin());
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    Running running = (Running) scope;
    if (running.thread == null) {
      running.task.drop();
    } else {
      running.task.end(running.thread);
    }
  }
}
