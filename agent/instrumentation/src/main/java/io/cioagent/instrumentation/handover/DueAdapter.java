package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/**
 * A task that has been made is given to an executor: from now on it will run. A timer, only if it
 * has no delay.
 */
final class DueAdapter extends Adapter {
  private final Tasks made;

  DueAdapter(Observer observer, Tasks made) {
    super(observer, "handover");
    this.made = made;
  }

  @Override
  public Object enter(Object given, Object unused, Object unusedToo) {
    HandedTask task = made.peek(given);
    if (task != null && !isLater(given)) {
      task.isDue();
    }
    return null;
  }

  private static boolean isLater(Object given) {
    if (!(given instanceof RunnableScheduledFuture)) {
      return false;
    }
    RunnableScheduledFuture<?> timer = (RunnableScheduledFuture<?>) given;
    return timer.isPeriodic() || timer.getDelay(TimeUnit.NANOSECONDS) > 0;
  }
}
