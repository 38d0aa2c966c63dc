package io.cioagent.core.export;

import java.io.Closeable;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The deadline of an exchange with a collector. Closes the connection at the deadline: sockets have
 * a read timeout, but a write to a collector that does not read would block forever.
 */
final class Deadline {
  private static final ScheduledThreadPoolExecutor TIMER = timer();

  private final long nanos;

  private Deadline(long nanos) {
    this.nanos = nanos;
  }

  static Deadline in(long nanosFromNow) {
    return new Deadline(System.nanoTime() + nanosFromNow);
  }

  private static ScheduledThreadPoolExecutor timer() {
    ScheduledThreadPoolExecutor timer =
        new ScheduledThreadPoolExecutor(
            1,
            task -> {
              Thread thread = new Thread(task, "customerio-agent-export-deadline");
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              return thread;
            });
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(1, TimeUnit.MINUTES);
    timer.allowCoreThreadTimeOut(true);
    return timer;
  }

  long nanosLeft() {
    return nanos - System.nanoTime();
  }

  /** The remaining milliseconds, never 0, which means no timeout for a socket. */
  int millisLeft() throws SocketTimeoutException {
    long millis = TimeUnit.NANOSECONDS.toMillis(nanosLeft());
    if (millis < 1) {
      throw new SocketTimeoutException("timed out");
    }
    return (int) Math.min(millis, Integer.MAX_VALUE);
  }

  /** Closes the connection at the deadline; the caller cancels the result when it is done. */
  ScheduledFuture<?> closes(Closeable connection) {
    return TIMER.schedule(
        () -> {
          try {
            connection.close();
          } catch (IOException e) {
            // It is already closed.
          }
        },
        Math.max(nanosLeft(), 0),
        TimeUnit.NANOSECONDS);
  }
}
