package io.cioagent.core.export;

import io.opentelemetry.sdk.common.CompletableResultCode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Exports queued items at JVM exit. Flushes without shutting down, because the application's own
 * shutdown hooks run concurrently and their operations count as well.
 */
final class FlushAtExit implements Runnable {
  private static final long MOST_NANOS = TimeUnit.MILLISECONDS.toNanos(800);

  private final Lifetime lifetime;
  private final List<Supplier<CompletableResultCode>> flushes;

  FlushAtExit(Lifetime lifetime, List<Supplier<CompletableResultCode>> flushes) {
    this.lifetime = lifetime;
    this.flushes = flushes;
  }

  @Override
  public void run() {
    run(System.nanoTime() + MOST_NANOS);
  }

  void run(long end) {
    lifetime.end();
    List<Thread> threads = new ArrayList<>();
    for (Supplier<CompletableResultCode> flush : flushes) {
      // One thread each: some flushes export on the calling thread, and a collector may hang.
      Thread thread =
          new Thread(
              () -> flush.get().join(MOST_NANOS, TimeUnit.NANOSECONDS),
              "customerio-agent-exit-flush");
      thread.setDaemon(true);
      thread.start();
      threads.add(thread);
    }
    try {
      for (Thread thread : threads) {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left > 0) {
          thread.join(left);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
