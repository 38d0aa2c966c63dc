package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;

/** Tasks are cancelled, taken back or rejected: nobody waits for them any more. */
final class LostAdapter extends Adapter {
  private final Tasks made;
  private final Tasks executed;

  LostAdapter(Observer observer, Tasks made, Tasks executed) {
    super(observer, "handover");
    this.made = made;
    this.executed = executed;
  }

  /** The pool rejects a task: its handler may run it all the same, or put it into the queue. */
  @Override
  public Object enter(Object rejected, Object unused, Object unusedToo) {
    HandedTask task = made.peek(rejected);
    if (task == null) {
      task = executed.peek(rejected);
    }
    if (task != null) {
      task.drop();
    }
    return null;
  }

  /** These have left their queue. */
  @Override
  public void exit(Object scope, Object removed, Throwable thrown) {
    if (removed instanceof Iterable) {
      for (Object each : (Iterable<?>) removed) {
        drop(each);
      }
    } else {
      drop(removed);
    }
  }

  private void drop(Object work) {
    made.drop(work);
    executed.drop(work);
  }
}
