package io.cioagent.core.call;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;

/**
 * Runs tasks after some seconds unless they are cancelled before, as nearly all are. All are
 * checked together now and then: a timer for each would wake its thread for each webhook. Safe for
 * any thread.
 */
public final class Deadlines implements BiFunction<Runnable, Long, Runnable> {
  /** How late one may be noticed. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Timer timer;
  private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean armed = new AtomicBoolean();

  private static final class Deadline {
    final Runnable task;
    final long nanos;

    Deadline(Runnable task, long nanos) {
      this.task = task;
      this.nanos = nanos;
    }
  }

  public Deadlines(Timer timer) {
    this.timer = timer;
  }

  /**
   * Runs {@code task} after so many nanoseconds, or a little later.
   *
   * @return cancels it
   */
  public Runnable after(Runnable task, long nanos) {
    Deadline deadline = new Deadline(task, System.nanoTime() + nanos);
    open.add(deadline);
    arm();
    return () -> open.remove(deadline);
  }

  @Override
  public Runnable apply(Runnable task, Long nanos) {
    return after(task, nanos);
  }

  private void arm() {
    if (!armed.get()
        && armed.compareAndSet(false, true)
        && timer.after(this::runDue, PAUSE_NANOS) == null) {
      // Too much is pending: the next task tries again.
      armed.set(false);
    }
  }

  private void runDue() {
    try {
      runDueAt(System.nanoTime());
    } finally {
      // A task may throw: the others are still due.
      armed.set(false);
      if (!open.isEmpty()) {
        arm();
      }
    }
  }

  private void runDueAt(long now) {
    Iterator<Deadline> each = open.iterator();
    while (each.hasNext()) {
      Deadline deadline = each.next();
      if (deadline.nanos - now <= 0) {
        // Before it runs: one that throws is not run again.
        each.remove();
        deadline.task.run();
      }
    }
  }
}
