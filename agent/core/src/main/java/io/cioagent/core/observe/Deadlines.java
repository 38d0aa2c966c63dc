package io.cioagent.core.observe;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What is to happen after some seconds unless it is called off before, as it nearly always is. They
 * are looked through now and then: a timer for each would wake its thread for each, which a
 * receiver of many webhooks would feel. Safe for any thread.
 */
final class Deadlines {
  /** How late one may be noticed. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final PendingResults watch;
  private final Set<Deadline> open = ConcurrentHashMap.newKeySet();
  private final AtomicBoolean watched = new AtomicBoolean();

  private static final class Deadline {
    final Runnable task;
    final long nanos;

    Deadline(Runnable task, long nanos) {
      this.task = task;
      this.nanos = nanos;
    }
  }

  Deadlines(PendingResults watch) {
    this.watch = watch;
  }

  /**
   * Runs {@code task} after so many nanoseconds, or a little later.
   *
   * @return calls it off
   */
  Runnable after(Runnable task, long nanos) {
    Deadline deadline = new Deadline(task, System.nanoTime() + nanos);
    open.add(deadline);
    watchThem();
    return () -> open.remove(deadline);
  }

  private void watchThem() {
    if (!watched.get()
        && watched.compareAndSet(false, true)
        && watch.after(this::lookThrough, PAUSE_NANOS) == null) {
      // Too much is pending: the next one tries again.
      watched.set(false);
    }
  }

  private void lookThrough() {
    try {
      runDue(System.nanoTime());
    } finally {
      // A task may throw: the others are still to be looked through.
      watched.set(false);
      if (!open.isEmpty()) {
        watchThem();
      }
    }
  }

  private void runDue(long now) {
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
