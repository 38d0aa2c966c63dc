package io.cioagent.core.observe;

import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Stands before the real listener, which comes up in the background: what ends before it is there
 * waits here, bounded, so that no application thread waits for the agent.
 */
public final class EarlyCalls implements CallListener {
  private static final int MAX_WAITING = 10_000;

  /** How long the end of the JVM waits for the listener where something has ended before. */
  private static final long MOST_NANOS_FOR_LISTENER = TimeUnit.SECONDS.toNanos(2);

  private final Queue<Consumer<CallListener>> waiting = new ArrayDeque<>();
  private long lost;
  private boolean nobodyComes;
  private boolean passesOn;
  private volatile boolean ending;
  private volatile CallListener listener;

  /**
   * From now on {@code real} hears everything, first of all what has waited.
   *
   * @return how many events did not fit and are lost
   */
  public long passOnTo(CallListener real) {
    while (true) {
      Consumer<CallListener> next;
      synchronized (waiting) {
        passesOn = true;
        next = waiting.poll();
        if (next == null) {
          // Only now, so that nothing new overtakes what waited.
          listener = real;
          waiting.notifyAll();
          return lost;
        }
      }
      // Not under the lock: no application thread waits until all are told.
      next.accept(real);
    }
  }

  /** There will be no listener. */
  public void nobodyComes() {
    synchronized (waiting) {
      nobodyComes = true;
      waiting.clear();
      waiting.notifyAll();
    }
  }

  /** Whether the JVM ends: it is high time to be passed on. */
  public boolean isEnding() {
    return ending;
  }

  @Override
  public void ending(long deadlineNanos) {
    ending = true;
    long start = System.nanoTime();
    CallListener real = listener;
    if (real == null) {
      real = awaitListener(start + MOST_NANOS_FOR_LISTENER);
    }
    if (real != null) {
      real.ending(deadlineNanos + (System.nanoTime() - start));
    }
  }

  /** Null where nothing waits for it, or where it does not come in time. */
  private CallListener awaitListener(long deadlineNanos) {
    synchronized (waiting) {
      while (listener == null && !nobodyComes && (passesOn || !waiting.isEmpty())) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (left <= 0) {
          break;
        }
        try {
          waiting.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
      return listener;
    }
  }

  /** Whether anything has ended that nobody has heard of. */
  public boolean anyWaits() {
    synchronized (waiting) {
      return !waiting.isEmpty();
    }
  }

  @Override
  public void started(Call call) {
    CallListener real = listener;
    if (real != null) {
      real.started(call);
    }
  }

  @Override
  public void started(Attempt attempt) {
    CallListener real = listener;
    if (real != null) {
      real.started(attempt);
    }
  }

  @Override
  public void left(Call call) {
    CallListener real = listener;
    if (real != null) {
      real.left(call);
    }
  }

  @Override
  public void ended(Attempt attempt) {
    CallListener real = listener;
    if (real != null) {
      real.ended(attempt);
    } else {
      later(heard -> heard.ended(attempt));
    }
  }

  @Override
  public void ended(Call call) {
    CallListener real = listener;
    if (real != null) {
      tell(real, call);
    } else {
      later(heard -> tell(heard, call));
    }
  }

  @Override
  public void sent(Call call, String deliveryId) {
    tellOrKeep(heard -> heard.sent(call, deliveryId));
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    tellOrKeep(heard -> heard.failedEarly(reason));
  }

  @Override
  public void ended(Webhook webhook) {
    tellOrKeep(heard -> heard.ended(webhook));
  }

  @Override
  public TraceParent spanOf(Call call) {
    CallListener real = listener;
    return real == null ? null : real.spanOf(call);
  }

  private static void tell(CallListener real, Call call) {
    real.ended(call);
    call.forget();
  }

  @Override
  public void failed(String where, Throwable failure) {
    tellOrKeep(heard -> heard.failed(where, failure));
  }

  private void tellOrKeep(Consumer<CallListener> event) {
    CallListener real = listener;
    if (real != null) {
      event.accept(real);
    } else {
      later(event);
    }
  }

  private void later(Consumer<CallListener> event) {
    synchronized (waiting) {
      if (listener == null) {
        if (waiting.size() < MAX_WAITING && !nobodyComes) {
          waiting.add(event);
        } else {
          lost++;
        }
        return;
      }
    }
    event.accept(listener);
  }
}
