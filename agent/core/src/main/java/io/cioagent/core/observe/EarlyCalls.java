package io.cioagent.core.observe;

import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Stands before the real listener, which comes up in the background: what ends before it is there
 * waits here, bounded, so that no application thread waits for the agent.
 */
public final class EarlyCalls implements CallListener {
  private static final int MAX_WAITING = 10_000;

  private final Queue<Consumer<CallListener>> waiting = new ArrayDeque<>();
  private long lost;
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
        next = waiting.poll();
        if (next == null) {
          // Only now, so that nothing new overtakes what waited.
          listener = real;
          return lost;
        }
      }
      // Not under the lock: no application thread waits until all are told.
      next.accept(real);
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
        if (waiting.size() < MAX_WAITING) {
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
