package io.cioagent.core.event;

import io.cioagent.core.call.Attempt;
import io.cioagent.core.call.Call;
import io.cioagent.core.tracing.TraceParent;
import io.cioagent.core.webhook.ErrorReason;
import io.cioagent.core.webhook.Webhook;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives events from the start of the JVM, and passes them on once telemetry has started in the
 * background, which the first event causes. What ends before is kept, bounded, so that no
 * application thread waits for the agent.
 */
public final class EarlyEvents implements AgentListener {
  private static final int MAX_KEPT = 10_000;

  /** So many that telemetry should not wait any longer. */
  private static final int MANY_KEPT = 1000;

  /** How long the exit of the JVM waits for telemetry where events are kept. */
  private static final long MOST_NANOS_FOR_TELEMETRY = TimeUnit.SECONDS.toNanos(2);

  private final Queue<Consumer<AgentListener>> kept = new ArrayDeque<>();
  private long lost;
  private boolean abandoned;
  private boolean passing;
  private volatile boolean ending;
  private volatile @Nullable AgentListener events;
  private volatile @Nullable UnstartedTelemetry unstarted;

  /**
   * Starts telemetry with the first event, or now if there was one.
   *
   * @param telemetry calls {@link #passOnTo} or {@link #abandon} once it has started
   */
  public void start(UnstartedTelemetry telemetry) {
    unstarted = telemetry;
    if (anyKept()) {
      telemetry.start();
    }
  }

  /**
   * Passes on everything from now on, kept events first.
   *
   * @return how many events exceeded the bound and are lost
   */
  public long passOnTo(AgentListener telemetry) {
    while (true) {
      Consumer<AgentListener> next;
      synchronized (kept) {
        passing = true;
        next = kept.poll();
        if (next == null) {
          // Only now, so that nothing new overtakes a kept event.
          events = telemetry;
          kept.notifyAll();
          return lost;
        }
      }
      // Without the lock: no application thread waits for the kept events.
      try {
        next.accept(telemetry);
      } catch (Throwable failure) {
        // The others are still to be passed on.
        telemetry.failed("client", failure);
      }
    }
  }

  /** Telemetry could not be started: nothing is kept any more. */
  public void abandon() {
    synchronized (kept) {
      abandoned = true;
      kept.clear();
      kept.notifyAll();
    }
  }

  /** Whether the JVM exits: kept events should be passed on now. */
  public boolean isEnding() {
    return ending;
  }

  @Override
  public void run(long deadlineNanos) {
    ending = true;
    long start = System.nanoTime();
    AgentListener telemetry = events;
    if (telemetry == null) {
      hurry();
      telemetry = awaitTelemetry(start + MOST_NANOS_FOR_TELEMETRY);
    }
    if (telemetry != null) {
      telemetry.run(deadlineNanos + (System.nanoTime() - start));
    }
  }

  /** Null where nothing is kept, or where telemetry is not up in time. */
  private @Nullable AgentListener awaitTelemetry(long deadlineNanos) {
    synchronized (kept) {
      while (events == null && !abandoned && (passing || !kept.isEmpty())) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadlineNanos - System.nanoTime());
        if (left <= 0) {
          break;
        }
        try {
          kept.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
      return events;
    }
  }

  /** Whether events are kept. */
  public boolean anyKept() {
    synchronized (kept) {
      return !kept.isEmpty();
    }
  }

  @Override
  public void started(Call call) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      telemetry.started(call);
    } else {
      // It may be up when this ends.
      startTelemetry();
    }
  }

  @Override
  public void started(Attempt attempt) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      telemetry.started(attempt);
    } else {
      // It may be up when this ends.
      startTelemetry();
    }
  }

  @Override
  public void left(Call call) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      telemetry.left(call);
    } else {
      copyData(call);
    }
  }

  @Override
  public void ended(Attempt attempt) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      telemetry.ended(attempt);
    } else {
      keep(later -> later.ended(attempt));
    }
  }

  @Override
  public void ended(Call call) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      end(telemetry, call);
    } else {
      copyData(call);
      keep(later -> end(later, call));
    }
  }

  private static void end(AgentListener telemetry, Call call) {
    telemetry.ended(call);
    call.forget();
  }

  @Override
  public void sent(Call call, String deliveryId) {
    passOrKeep(telemetry -> telemetry.sent(call, deliveryId));
  }

  @Override
  public void failedEarly(ErrorReason reason) {
    passOrKeep(telemetry -> telemetry.failedEarly(reason));
  }

  @Override
  public void ended(Webhook webhook) {
    passOrKeep(telemetry -> telemetry.ended(webhook));
  }

  @Override
  public @Nullable TraceParent spanOf(Call call) {
    AgentListener telemetry = events;
    return telemetry == null ? null : telemetry.spanOf(call);
  }

  @Override
  public void failed(String where, Throwable failure) {
    passOrKeep(telemetry -> telemetry.failed(where, failure));
  }

  private void passOrKeep(Consumer<AgentListener> event) {
    AgentListener telemetry = events;
    if (telemetry != null) {
      event.accept(telemetry);
    } else {
      keep(event);
    }
  }

  private void keep(Consumer<AgentListener> event) {
    AgentListener telemetry;
    boolean many = false;
    synchronized (kept) {
      telemetry = events;
      if (telemetry == null) {
        if (kept.size() < MAX_KEPT && !abandoned) {
          kept.add(event);
          many = kept.size() == MANY_KEPT;
        } else {
          lost++;
        }
      }
    }
    if (telemetry == null) {
      startTelemetry();
      if (many) {
        hurry();
      }
    } else {
      event.accept(telemetry);
    }
  }

  private void hurry() {
    UnstartedTelemetry telemetry = unstarted;
    if (telemetry != null) {
      telemetry.hurry();
    }
  }

  private void startTelemetry() {
    UnstartedTelemetry telemetry = unstarted;
    if (telemetry != null) {
      telemetry.start();
    }
  }

  /** The application may change the data before telemetry has started. */
  private void copyData(Call call) {
    UnstartedTelemetry telemetry = unstarted;
    if (telemetry == null || call.data() == null) {
      return;
    }
    try {
      telemetry.copyData(call);
    } catch (Throwable failure) {
      failed("log", failure);
    }
  }
}
