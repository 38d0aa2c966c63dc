package io.cioagent.core.observe;

import io.cioagent.core.observe.HandedTask.Wait;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * What a call still waits for after its method has returned, and until when. Guarded by the call.
 */
final class Awaited {
  /**
   * After a failed or completed future, for exchanges whose callback has not run yet; and the
   * longest pause of a task that has begun, has made no request and may never end.
   */
  private static final long SETTLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** After a method that returned without waiting for its answer or its work on other threads. */
  static final long UNWATCHED_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** For tasks that may never end, however busy: a worker's next exchanges are other calls'. */
  private static final long LOOSE_NANOS = TimeUnit.SECONDS.toNanos(5);

  /** After a failure: whoever tries again mostly pauses before. */
  private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  private final Observer observer;
  private int exchanges;
  private int firmTasks;
  private int looseTasks;

  /** Those of the loose tasks that run for sure. */
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

  /** Cancels the giving up, null where nobody waits for that. */
  private Future<?> givingUp;

  private long givingUpNanos;

  Awaited(Observer observer) {
    this.observer = observer;
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

  /** Whether work is handed over that runs, or will run for sure. */
  boolean hasWork() {
    return firmTasks > 0 || repeating > 0;
  }

  void waitFor(HandedTask task, Wait wait, long now) {
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
   * @param told whether somebody knows by now how the call ended
   */
  void returned(boolean told, long now) {
    limitNanos = now + (told ? SETTLE_NANOS : UNWATCHED_NANOS);
    looseSinceNanos = now;
    silentSinceNanos = now;
  }

  /** Whether there is nothing left to wait for. */
  boolean isNothing(long now) {
    return exchanges == 0 && ((firmTasks == 0 && looseTasks == 0) || deadlineNanos() - now <= 0);
  }

  /** Has the call give up in time, unless something happens before. */
  void arm(Call call, long now) {
    long deadline = deadlineNanos();
    if (givingUp == null || deadline != givingUpNanos) {
      disarm();
      givingUpNanos = deadline;
      givingUp = call.observer().pending().giveUpAfter(deadline - now, call);
    }
  }

  /** Whether the call has learnt meanwhile that it should wait longer. */
  boolean isEarly(long now) {
    return givingUp != null && deadlineNanos() - now > 0;
  }

  void disarm() {
    if (givingUp != null) {
      givingUp.cancel(false);
      givingUp = null;
    }
  }

  private long deadlineNanos() {
    if (exchanges > 0 || (firmTasks > 0 && !isServed())) {
      return limitNanos;
    }
    long deadline =
        elsewhere && failed && repeating > 0
            ? silentSinceNanos + RETRY_NANOS
            : earlier(stirredNanos() + SETTLE_NANOS, looseSinceNanos + LOOSE_NANOS);
    return earlier(deadline, limitNanos);
  }

  /** A library that comes to life for the first request takes its time. */
  private long stirredNanos() {
    long woven = observer.wovenNanos();
    return woven - silentSinceNanos > 0 ? woven : silentSinceNanos;
  }

  /** Whether the method has got its answer itself, so that no task need carry its request. */
  private boolean isServed() {
    return onOwnThread && !elsewhere && !failed;
  }

  private static long earlier(long one, long other) {
    return one - other < 0 ? one : other;
  }
}
