package io.cioagent.core.call;

import io.cioagent.core.call.Work.Wait;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a call waits for after its method has returned, and until when. Guarded by the call. */
final class PendingWork {
  /**
   * After a failed or completed future, for exchanges whose callback has not run yet; and the
   * longest pause of a task that has begun, has made no request and may never end.
   */
  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** After a method that returned without waiting for its answer or its work on other threads. */
  static final long UNWATCHED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** A timer that fires later than this was delayed by a pause of the JVM. */
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** For tasks that may never end, however busy: a worker's next exchanges are other calls'. */
  private static final long LOOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** After a failure: a retry usually comes after a pause. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Calls calls;
  private int exchanges;
  private int firmTasks;
  private int looseTasks;

  /** The loose tasks that are known to run. */
  private int repeating;

  /** Whether an exchange was made by a task, and one by the thread that the method runs on. */
  private boolean elsewhere;

  private boolean onOwnThread;

  /** Whether the last exchange failed. */
  private boolean failed;

  private long limitNanos;
  private long looseSinceNanos;

  /** The last time that anything happened. */
  private long silentSinceNanos;

  /** Cancels the deadline, null where none is set. */
  private @Nullable Future<?> armed;

  private long armedNanos;

  PendingWork(Calls calls) {
    this.calls = calls;
  }

  void exchangeBegan(boolean byTask) {
    exchanges++;
    elsewhere |= byTask;
    onOwnThread |= !byTask;
  }

  void exchangeEnded(boolean isFailure, long now) {
    exchanges--;
    failed = isFailure;
    silentSinceNanos = now;
  }

  boolean hasExchange() {
    return exchanges > 0;
  }

  /** Whether work was handed over that runs or is sure to run. */
  boolean hasWork() {
    return firmTasks > 0 || repeating > 0;
  }

  void waitFor(Work task, Wait wait, long now) {
    count(task.wait, -1);
    count(wait, 1);
    repeating -= task.repeats ? 1 : 0;
    task.repeats = wait == Wait.LOOSE && task.mayRepeat();
    repeating += task.repeats ? 1 : 0;
    if (wait == Wait.LOOSE && task.wait != Wait.LOOSE) {
      looseSinceNanos = now;
    }
    task.wait = wait;
    silentSinceNanos = now;
  }

  private void count(Wait wait, int change) {
    if (wait == Wait.FIRM) {
      firmTasks += change;
    } else if (wait == Wait.LOOSE) {
      looseTasks += change;
    }
  }

  /**
   * The method has returned, or what it returned has completed.
   *
   * @param known whether the outcome is known by now
   */
  void returned(boolean known, long now) {
    limitNanos = now + (known ? SETTLE_NANOS : UNWATCHED_NANOS);
    looseSinceNanos = now;
    silentSinceNanos = now;
  }

  /** Whether there is nothing left to wait for. */
  boolean isNothing(long now) {
    return exchanges == 0 && ((firmTasks == 0 && looseTasks == 0) || deadlineNanos() - now <= 0);
  }

  /** Lets the call end at the deadline, unless something happens before. */
  void arm(Call call, long now) {
    long deadline = deadlineNanos();
    if (armed == null || deadline != armedNanos) {
      disarm();
      armedNanos = deadline;
      armed = calls.timer().after(call::deadlineReached, deadline - now);
    }
  }

  /**
   * The timer has fired. Returns whether the deadline has moved since the timer was set. A timer
   * that fires late shows that the whole JVM was paused, and the work with it.
   */
  boolean isPostponed(long now) {
    if (armed != null && now - armedNanos > PAUSE_NANOS) {
      silentSinceNanos = now;
    }
    return armed != null && deadlineNanos() - now > 0;
  }

  void disarm() {
    if (armed != null) {
      armed.cancel(false);
      armed = null;
    }
  }

  private long deadlineNanos() {
    if (exchanges > 0 || (firmTasks > 0 && !isServed())) {
      return limitNanos;
    }
    long deadline =
        elsewhere && failed && repeating > 0
            ? silentSinceNanos + RETRY_NANOS
            : earlier(activeNanos() + SETTLE_NANOS, looseSinceNanos + LOOSE_NANOS);
    return earlier(deadline, limitNanos);
  }

  /** A library that is loaded for the first request takes its time. */
  private long activeNanos() {
    long woven = calls.wovenNanos();
    return woven - silentSinceNanos > 0 ? woven : silentSinceNanos;
  }

  /** Whether the method has received its answer itself, so that no task carries its request. */
  private boolean isServed() {
    return onOwnThread && !elsewhere && !failed;
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
