package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A scheduled executor is given a task: one without a delay is a task like any other. */
final class TimerAdapter extends Adapter {
  private final Tasks made;

  TimerAdapter(Observer observer, Tasks made) {
    super(observer, "handover");
    this.made = made;
  }

  @Override
  public Object enter(Object scheduled, Object unused, Object unusedToo) {
    HandedTask task = made.peek(scheduled);
    if (task != null) {
      RunnableScheduledFuture<?> timer = (RunnableScheduledFuture<?>) scheduled;
      if (!timer.isPeriodic() && timer.getDelay(TimeUnit.NANOSECONDS) <= 0) {
        task.isDue();
      }
    }
    return null;
  }
}
