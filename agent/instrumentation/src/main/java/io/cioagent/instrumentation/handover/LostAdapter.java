package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.ThreadPoolExecutor;

/** Tasks are cancelled, taken back or rejected: nobody waits for them any more. */
final class LostAdapter extends Adapter {
  private final Tasks made;
  private final Tasks executed;

  LostAdapter(Observer observer, Tasks made, Tasks executed) {
    super(observer, "handover");
    this.made = made;
    this.executed = executed;
  }

  /** The pool rejects a task: the application's handler may run it all the same. */
  @Override
  public Object enter(Object rejected, Object unused, Object pool) {
    HandedTask task = made.peek(rejected);
    if (task == null) {
      task = executed.peek(rejected);
    }
    if (task != null) {
      if (isJdks(((ThreadPoolExecutor) pool).getRejectedExecutionHandler())) {
        // Thrown back, forgotten, or run by the caller, in the call itself.
        task.drop();
      } else {
        task.isInDoubt();
      }
    }
    return null;
  }

  private static boolean isJdks(Object handler) {
    return handler.getClass().getClassLoader() == null;
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
