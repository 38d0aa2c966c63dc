package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A task runs: on behalf of the call that handed it over, and only while that is not over. */
final class TaskAdapter extends Adapter {
  private final Tasks tasks;

  TaskAdapter(Observer observer, Tasks tasks) {
    super(observer, "handover");
    this.tasks = tasks;
  }

  @Override
  public Object enter(Object task, Object unused, Object unusedToo) {
    return Running.begin(tasks.remove(task));
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    ((Running) scope).end();
  }
}
