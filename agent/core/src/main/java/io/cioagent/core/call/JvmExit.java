package io.cioagent.core.call;

import io.cioagent.core.base.AgentThread;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Ends and reports every call before the JVM is gone, and closes what the agent has opened. The
 * shutdown hook is registered by whatever comes first: the endpoint, an exporter or a call.
 *
 * <p>The application's own hooks run at the same time and may wait for requests that are under way,
 * so a call counts as unfinished only once they are done. The JVM waits for them in any case.
 */
public final class JvmExit implements Runnable {
  /** All threads of the agent are named so. */
  private static final String OWN_THREADS = "customerio-agent-";

  private static final String THREAD = OWN_THREADS + "exit";

  /** How long writing and pushing may take. */
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  /** What is pushed before the other hooks are done would have to be pushed again after that. */
  private static final long MOST_MILLIS_FOR_HOOKS = 200;

  /** How long another thread may take to report a call that has just ended. */
  private static final long MOST_NANOS_TO_REPORT = TimeUnit.MILLISECONDS.toNanos(100);

  private static final long A_MOMENT_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  /** Writes and pushes what is still held back. */
  public interface Ending {
    /** {@code deadlineNanos} is a {@link System#nanoTime()}. */
    void run(long deadlineNanos);
  }

  private final CallListener listener;
  private final Supplier<? extends Collection<Thread>> hooks;
  private final Ending ending;
  private final OpenCalls open = new OpenCalls();

  /** Runs at the very end; null until there is something to close. */
  private volatile @Nullable Runnable closing;

  private final AtomicBoolean registered = new AtomicBoolean();

  /** Read before the exit begins: after that the JVM no longer reveals its hooks. */
  private volatile Collection<Thread> allHooks = Collections.emptySet();

  JvmExit(CallListener listener, Supplier<? extends Collection<Thread>> hooks, Ending ending) {
    this.listener = listener;
    this.hooks = hooks;
    this.ending = ending;
  }

  /** A call that no other thread knows yet. The hook must be registered without a lock held. */
  void opened(Call call) {
    open.add(call);
  }

  /** Registers the shutdown hook, which calls {@code closing} at the very end. */
  public void register(Runnable closing) {
    this.closing = closing;
    register();
  }

  /** Registers the shutdown hook; more than once is fine. */
  public void register() {
    if (registered.get() || !registered.compareAndSet(false, true)) {
      return;
    }
    ThreadScope application = CurrentCall.suspend();
    try {
      allHooks = hooks.get();
      Runtime.getRuntime().addShutdownHook(AgentThread.named(THREAD, this));
    } catch (IllegalStateException | SecurityException e) {
      // The JVM exits already, or allows no hooks.
    } finally {
      application.leave();
    }
  }

  @Override
  public void run() {
    settle(false);
    List<Thread> others = others();
    try {
      if (!areDone(others, MOST_MILLIS_FOR_HOOKS)) {
        ending.run(System.nanoTime() + MOST_NANOS);
        areDone(others, Long.MAX_VALUE);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    settle(true);
    ending.run(System.nanoTime() + MOST_NANOS);
    close();
  }

  /** Closes what keeps threads in native code, without waiting for anything. */
  void close() {
    Runnable last = closing;
    if (last != null) {
      last.run();
    }
  }

  private List<Thread> others() {
    List<Thread> others = new ArrayList<>();
    for (Thread each : allHooks) {
      if (!each.getName().startsWith(OWN_THREADS)) {
        others.add(each);
      }
    }
    return others;
  }

  private static boolean areDone(List<Thread> hooks, long mostMillis) throws InterruptedException {
    long start = System.nanoTime();
    for (Thread hook : hooks) {
      // One that is not started yet is not alive either.
      while (hook.getState() != Thread.State.TERMINATED) {
        long left = mostMillis - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        if (left <= 0) {
          return false;
        }
        hook.join(Math.min(left, MOST_MILLIS_FOR_HOOKS));
        if (hook.getState() == Thread.State.NEW) {
          if (System.nanoTime() - start > MOST_NANOS) {
            // The JVM starts all hooks at once: this one is no longer among them.
            break;
          }
          LockSupport.parkNanos(A_MOMENT_NANOS);
        }
      }
    }
    return true;
  }

  private void settle(boolean isLast) {
    List<Call> calls = open.all();
    for (Call call : calls) {
      try {
        call.jvmExits(isLast);
      } catch (Throwable failure) {
        listener.failed("client", failure);
      }
    }
    long end = System.nanoTime() + MOST_NANOS_TO_REPORT;
    while (isLast && !open.all().isEmpty() && end - System.nanoTime() > 0) {
      LockSupport.parkNanos(this, A_MOMENT_NANOS);
    }
  }
}
