package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A pool's worker begins with its first task, and ends. */
final class WorkerAdapter extends Adapter {
  private final PoolThread thread;

  WorkerAdapter(Observer observer, PoolThread thread) {
    super(observer, "handover");
    this.thread = thread;
  }

  @Override
  public Object enter(Object firstTask, Object unused, Object unusedToo) {
    Observer.threadIsWorker();
    thread.takes(firstTask);
    return null;
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    thread.isDone();
  }
}
