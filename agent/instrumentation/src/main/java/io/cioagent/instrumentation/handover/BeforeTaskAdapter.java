package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** A pool's worker is about to run a task that it may have waited for since before it was woven. */
final class BeforeTaskAdapter extends Adapter {
  private final PoolThread thread;

  BeforeTaskAdapter(Observer observer, PoolThread thread) {
    super(observer, "handover");
    this.thread = thread;
  }

  @Override
  public Object enter(Object task, Object unused, Object unusedToo) {
    thread.runs(task);
    return null;
  }
}
