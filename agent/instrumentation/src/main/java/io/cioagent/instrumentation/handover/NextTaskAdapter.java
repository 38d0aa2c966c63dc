package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A pool's worker has done one task and takes the next. */
final class NextTaskAdapter extends Adapter {
  private final PoolThread thread;

  NextTaskAdapter(Observer observer, PoolThread thread) {
    super(observer, "handover");
    this.thread = thread;
  }

  @Override
  public Object enter(Object unused, Object unusedToo, Object unusedAsWell) {
    thread.isDone();
    return null;
  }

  @Override
  public void exit(Object scope, Object task, Throwable thrown) {
    thread.takes(task);
  }
}
