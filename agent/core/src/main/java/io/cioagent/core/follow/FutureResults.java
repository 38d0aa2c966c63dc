package io.cioagent.core.follow;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.ErrorType;
import io.cioagent.core.call.Timer;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Completes a call when the future or stage that its client method returned completes.
 *
 * <p>A plain {@link Future} offers no callback, so it is polled. The pause grows with its age,
 * which keeps the measured time within five percent and a long wait cheap. Futures are held weakly:
 * one that the application has dropped is given up.
 */
public final class FutureResults {
  /** Polling costs processor time. */
  private static final int MAX_FUTURES = 1000;

  private static final long MIN_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long MAX_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long AGE_PER_PAUSE = 20;

  private final Timer timer;

  public FutureResults(Timer timer) {
    this.timer = timer;
  }

  /**
   * The client method that began {@code call} returns on this thread, or throws.
   *
   * @param result what it returns; a future or stage completes the call later
   * @param thrown what it throws, if it does
   */
  @SuppressWarnings("FutureReturnValueIgnored") // a listener; the future stays the application's
  public void exit(Call call, @Nullable Object result, @Nullable Throwable thrown) {
    if (result instanceof CompletionStage) {
      call.calls().leave(call);
      try {
        ((CompletionStage<?>) result).whenComplete((value, error) -> call.completed(error));
      } catch (Throwable failure) {
        call.completed(null);
        throw failure;
      }
    } else if (result instanceof Future) {
      call.calls().leave(call);
      poll(new WeakReference<>((Future<?>) result), call, System.nanoTime());
    } else {
      call.calls().exit(call, thrown);
    }
  }

  private void poll(WeakReference<Future<?>> reference, Call call, long startNanos) {
    Future<?> future = reference.get();
    long now = System.nanoTime();
    boolean done;
    try {
      done = future == null || future.isDone();
    } catch (RuntimeException | Error e) {
      // A future of the application that throws where it must not: its end stays unseen.
      call.returned(null, now);
      return;
    }
    if (done) {
      call.returned(future == null ? null : errorOf(future), now);
    } else {
      long pause = Math.max(MIN_PAUSE_NANOS, (now - startNanos) / AGE_PER_PAUSE);
      Runnable again = () -> poll(reference, call, startNanos);
      if (timer.after(again, Math.min(pause, MAX_PAUSE_NANOS), MAX_FUTURES) == null) {
        call.returned(null, now);
      }
    }
  }

  private static @Nullable Throwable errorOf(Future<?> done) {
    try {
      done.get();
      return null;
    } catch (InterruptedException e) {
      // A done future does not wait; the flag was set before us and belongs to the application.
      Thread.currentThread().interrupt();
      return null;
    } catch (ExecutionException | CancellationException e) {
      return ErrorType.withoutWrapper(e);
    } catch (RuntimeException | Error e) {
      // A future of the application that throws where it must not: count the call all the same.
      return e;
    }
  }
}
