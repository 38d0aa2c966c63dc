package io.cioagent.core.observe;

import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Watches what nobody calls back about: plain futures, and calls whose last exchange may never tell
 * its end. One daemon thread, there only while something is pending.
 *
 * <p>A plain {@link Future} offers no callback, so it is asked. The pause grows with its age, which
 * keeps the measured time within five percent and a long wait cheap. Futures are held weakly: one
 * that the application forgot is given up.
 */
final class PendingResults {
  private static final String THREAD = "customerio-agent-pending";

  /** Futures are asked again and again, which costs processor time. */
  private static final int MAX_FUTURES = 1000;

  /** Calls that wait for their end cost nothing but their memory. */
  private static final int MAX_PENDING = 10_000;

  private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long AGE_PER_PAUSE = 20;
  private static final long IDLE_SECONDS = 5;

  private ScheduledThreadPoolExecutor watch;

  /** Tells {@code call} when {@code future} is done; at once where too many are pending. */
  void await(Future<?> future, Call call) {
    ask(new WeakReference<>(future), call, System.nanoTime());
  }

  /**
   * Tells {@code call} to give up after a while.
   *
   * @return cancels it; null where too many are pending or the stack has no room: then only what
   *     the call waits for ends it
   */
  Future<?> giveUpAfter(long nanos, Call call) {
    return after(call::timeIsUp, nanos);
  }

  /**
   * Runs {@code task} after a while, on the watch's thread.
   *
   * @return cancels it; null where too many are pending
   */
  Future<?> after(Runnable task, long nanos) {
    return later(task, nanos, MAX_PENDING);
  }

  private void ask(WeakReference<Future<?>> reference, Call call, long startNanos) {
    Future<?> future = reference.get();
    long now = System.nanoTime();
    boolean done;
    try {
      done = future == null || future.isDone();
    } catch (RuntimeException | Error e) {
      // A future of the application that throws where it must not: nothing more is heard of it.
      call.returned(null, now);
      return;
    }
    if (done) {
      call.returned(future == null ? null : errorOf(future), now);
    } else {
      long pause = Math.max(MIN_PAUSE_NANOS, (now - startNanos) / AGE_PER_PAUSE);
      Runnable again = () -> ask(reference, call, startNanos);
      if (later(again, Math.min(pause, MAX_PAUSE_NANOS), MAX_FUTURES) == null) {
        call.returned(null, now);
      }
    }
  }

  private Future<?> later(Runnable task, long nanos, int max) {
    if (!StackRoom.isEnough()) {
      // An overflow in the midst of the queue would leave it locked.
      return null;
    }
    Observer.ThreadScope application = Observer.suspend();
    try {
      ScheduledThreadPoolExecutor executor = watch();
      return executor.getQueue().size() >= max
          ? null
          : executor.schedule(task, nanos, TimeUnit.NANOSECONDS);
    } finally {
      Observer.leave(application);
    }
  }

  private synchronized ScheduledThreadPoolExecutor watch() {
    if (watch == null) {
      watch = new ScheduledThreadPoolExecutor(1, task -> AgentThread.named(THREAD, task));
      watch.setKeepAliveTime(IDLE_SECONDS, TimeUnit.SECONDS);
      watch.allowCoreThreadTimeOut(true);
      watch.setRemoveOnCancelPolicy(true);
    }
    return watch;
  }

  private static Throwable errorOf(Future<?> done) {
    try {
      done.get();
      return null;
    } catch (InterruptedException e) {
      // A done future does not wait; the flag was set before us and belongs to the application.
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | CancellationException e) {
      return Observer.withoutWrapper(e);
    } catch (RuntimeException | Error e) {
      // A future of the application that throws where it must not: count the call all the same.
      return e;
    }
  }
}
