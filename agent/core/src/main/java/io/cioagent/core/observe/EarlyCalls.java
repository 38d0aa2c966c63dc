package io.cioagent.core.observe;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Stands before the real listener, which comes up in the background: what ends before it is there
 * waits here, bounded, so that no application thread waits for the agent.
 */
public final class EarlyCalls implements CallListener {
  private static final int MAX_WAITING = 10_000;

  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private long lost;
  private volatile CallListener listener;

  /**
   * From now on {@code real} hears everything, first of all what has waited.
   *
   * @return how many events did not fit and are lost
   */
  public long passOnTo(CallListener real) {
    // Under the lock until all are told, so that nothing new overtakes what waited.
    synchronized (waiting) {
      listener = real;
      waiting.forEach(Runnable::run);
      waiting.clear();
      return lost;
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
  public void ended(Attempt attempt) {
    CallListener real = listener;
    if (real != null) {
      real.ended(attempt);
    } else {
      later(() -> listener.ended(attempt));
    }
  }

  @Override
  public void ended(Call call) {
    CallListener real = listener;
    if (real != null) {
      real.ended(call);
    } else {
      later(() -> listener.ended(call));
    }
  }

  @Override
  public void failed(String where, Throwable failure) {
    CallListener real = listener;
    if (real != null) {
      real.failed(where, failure);
    } else {
      later(() -> listener.failed(where, failure));
    }
  }

  private void later(Runnable event) {
    synchronized (waiting) {
      if (listener != null) {
        event.run();
      } else if (waiting.size() < MAX_WAITING) {
        waiting.add(event);
      } else {
        lost++;
      }
    }
  }
}
