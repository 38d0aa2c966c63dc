package io.cioagent.core.call;

import io.cioagent.core.base.AgentThread;
import io.cioagent.core.base.StackSpace;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs something later. One daemon thread, which exists only while something is pending. Safe for
 * any thread.
 */
public final class Timer {
  private static final String THREAD = "customerio-agent-pending";

  /** A pending task costs nothing but its memory. */
  private static final int MAX_PENDING = 10_000;

  private static final long IDLE_SECONDS = 5;

  private @Nullable ScheduledThreadPoolExecutor executor;

  /**
   * Runs {@code task} on the timer's thread.
   *
   * @return cancels it; null where too many are pending or the stack has no space: then it never
   *     runs
   */
  public @Nullable Future<?> after(Runnable task, long nanos) {
    return after(task, nanos, MAX_PENDING);
  }

  /** As the other, where {@code maxPending} are enough. */
  public @Nullable Future<?> after(Runnable task, long nanos, int maxPending) {
    if (!StackSpace.isEnough()) {
      // An overflow inside the queue would leave it locked.
      return null;
    }
    // The executor is woven: scheduling is not work that the application's call hands over.
    ThreadScope application = CurrentCall.suspend();
    try {
      ScheduledThreadPoolExecutor running = executor();
      return running.getQueue().size() >= maxPending
          ? null
          : running.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } finally {
      application.leave();
    }
  }

  private synchronized ScheduledThreadPoolExecutor executor() {
    if (executor == null) {
      executor = new ScheduledThreadPoolExecutor(1, task -> AgentThread.named(THREAD, task));
      executor.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      executor.allowCoreThreadTimeOut(true);
      executor.setRemoveOnCancelPolicy(true);
    }
    return executor;
  }
}
