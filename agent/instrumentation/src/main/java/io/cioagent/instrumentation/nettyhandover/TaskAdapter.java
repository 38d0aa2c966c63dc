package io.cioagent.instrumentation.nettyhandover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** An event loop is given a task; nothing happens unless a call is active on the thread. */
final class TaskAdapter extends Adapter {
  private final HandedOver handedOver;
  private final boolean writesOnly;

  /**
   * @param writesOnly where the event loop runs its tasks in a way that cannot be woven, but for
   *     those that write
   */
  TaskAdapter(Observer observer, HandedOver handedOver, boolean writesOnly) {
    super(observer, "nettyhandover");
    this.handedOver = handedOver;
    this.writesOnly = writesOnly;
  }

  @Override
  public Object enter(Object task, Object unused, Object unusedToo) {
    Call call = observer().current();
    if (call == null || (writesOnly && !isWrite(task))) {
      return null;
    }
    // An event loop has tasks of its own that it never runs as others, to wake itself up.
    handedOver.put(task, call, HandedTask.Kind.UNNOTICED);
    return task;
  }

  @Override
  public void exit(Object task, Object result, Throwable thrown) {
    if (thrown != null) {
      handedOver.drop(task);
    }
  }

  private static boolean isWrite(Object task) {
    String name = task.getClass().getName();
    return name.endsWith("$WriteTask") || name.endsWith("$WriteAndFlushTask");
  }
}
