package io.cioagent.core.observe;

import io.cioagent.core.observe.HandedTask.Wait;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a call still waits for after its method has returned, and until when. Guarded by the call.
 */
final class Awaited {
  /** After a failed or completed future, for exchanges whose callback has not run yet. */
  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** After a method that returned without waiting for its answer or its work on other threads. */
  static final long UNWATCHED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** For tasks that may never end, however busy: a worker's next exchanges are other calls'. */
  private static final long LOOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** After a failure: whoever tries again mostly pauses before. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private int exchanges;
  private int firmTasks;
  private int looseTasks;

  /** Those of the loose tasks that run for sure. */
  private int repeating;

  /** The longest that one of the loose tasks may be silent. */
  private long silenceNanos;

  /** Whether an exchange was made by a task, and the last one failed. */
  private boolean elsewhere;

  private boolean failed;

  private long limitNanos;
  private long looseSinceNanos;

  /** Cancels the giving up, null where nobody waits for that. */
  private Future<?> givingUp;

  private long givingUpNanos;

  void exchangeBegan(boolean byTask) {
    exchanges++;
    elsewhere |= byTask;
  }

  void exchangeEnded(boolean isFailure) {
    exchanges--;
    failed = isFailure;
  }

  boolean hasExchange() {
    return exchanges > 0;
  }

  void waitFor(HandedTask task, Wait wait, long now) {
    count(task.wait, -1);
    count(wait, 1);
    repeating -= task.repeats ? 1 : 0;
    task.repeats = wait == Wait.LOOSE && task.mayRepeat();
    repeating += task.repeats ? 1 : 0;
    if (wait == Wait.LOOSE && task.wait != Wait.LOOSE) {
      silenceNanos = Math.max(silenceNanos, task.kind.silenceNanos());
      looseSinceNanos = now;
    }
    task.wait = wait;
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
   * @param told whether somebody knows by now how the call ended
   */
  void returned(boolean told, long now) {
    limitNanos = now + (told ? SETTLE_NANOS : UNWATCHED_NANOS);
    looseSinceNanos = now;
  }

  /** Whether there is nothing left to wait for. */
  boolean isNothing(long now) {
    return exchanges == 0 && firmTasks == 0 && (looseTasks == 0 || deadlineNanos(now) - now <= 0);
  }

  /** Has the call give up in time, unless something happens before. */
  void arm(Call call, long now) {
    long deadline = deadlineNanos(now);
    if (givingUp == null || deadline != givingUpNanos) {
      disarm();
      givingUpNanos = deadline;
      givingUp = call.observer().pending().giveUpAfter(deadline - now, call);
    }
  }

  /** Whether the call has learnt meanwhile that it should wait longer. */
  boolean isEarly(long now) {
    return givingUp != null && givingUpNanos - now > 0;
  }

  void disarm() {
    if (givingUp != null) {
      givingUp.cancel(false);
      givingUp = null;
    }
  }

  private long deadlineNanos(long now) {
    if (exchanges > 0 || firmTasks > 0) {
      return limitNanos;
    }
    long deadline =
        elsewhere && failed && repeating > 0
            ? now + RETRY_NANOS
            : earlier(now + silenceNanos, looseSinceNanos + LOOSE_NANOS);
    return earlier(deadline, limitNanos);
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
