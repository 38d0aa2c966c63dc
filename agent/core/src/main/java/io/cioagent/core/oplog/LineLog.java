package io.cioagent.core.oplog;

import io.cioagent.core.base.AgentThread;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.config.LogSettings;
import io.cioagent.core.privacy.MaskedThrowable;
import java.io.File;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes lines to a stream or file on its own thread, which starts with the first line. Callers
 * never wait: lines beyond the limits of the queue are dropped and counted.
 */
public final class LineLog implements LogSink {
  private static final Logger LOGGER = LoggerFactory.getLogger(LineLog.class);
  private static final String THREAD = "customerio-agent-log";

  static final int MOST_RECORDS = 4096;
  static final long MOST_CHARACTERS = 8L * 1024 * 1024;

  /** Less than a second together with the JVM's own shutdown. */
  private static final long EXIT_NANOS = TimeUnit.MILLISECONDS.toNanos(900);

  private static final long POLL_NANOS = TimeUnit.MICROSECONDS.toNanos(200);

  private final String name;
  private final LineWriter lines;
  private final Runnable dropped;

  private final Queue<LogRecord> queue = new ConcurrentLinkedQueue<>();

  /** The number of records that are not fully written. */
  private final AtomicInteger records = new AtomicInteger();

  private final AtomicLong characters = new AtomicLong();
  private final AtomicBoolean started = new AtomicBoolean();
  private volatile @Nullable Thread thread;
  private volatile boolean idle;

  /** The deadline for writing lines at JVM exit; 0 before. */
  private volatile long exitNanos;

  /** Used only by the writer thread. */
  private Output output;

  private boolean opened;
  private boolean warned;

  LineLog(String name, Output output, LineWriter lines, Runnable dropped) {
    this.name = name;
    this.output = output;
    this.lines = lines;
    this.dropped = dropped;
  }

  /**
   * Creates a log; its thread is not started yet.
   *
   * @param output as {@link LogSettings#output()}
   * @param environment null for none
   * @param dropped called for each dropped line
   */
  public static LineLog of(
      String output, String service, @Nullable String environment, Runnable dropped) {
    return new LineLog(output, output(output), new LineWriter(service, environment), dropped);
  }

  private static Output output(String name) {
    switch (name) {
      case LogSettings.STDERR:
        return StreamOutput.ofStandardError();
      case LogSettings.STDOUT:
        return StreamOutput.ofStandardOutput();
      default:
        return new FileOutput(new File(name), System::nanoTime);
    }
  }

  @Override
  public boolean hasRoom() {
    if (records.get() < MOST_RECORDS && characters.get() < MOST_CHARACTERS) {
      return true;
    }
    dropped.run();
    return false;
  }

  @Override
  public boolean accept(LogRecord record) {
    if (records.incrementAndGet() > MOST_RECORDS) {
      records.decrementAndGet();
      dropped.run();
      return false;
    }
    characters.addAndGet(record.weight());
    queue.add(record);
    if (started.compareAndSet(false, true)) {
      start();
    }
    if (idle) {
      LockSupport.unpark(thread);
    }
    if (exitNanos != 0) {
      awaitWritten();
    }
    return true;
  }

  @Override
  public void flush(long deadlineNanos) {
    exitNanos = deadlineNanos;
    awaitWritten();
  }

  private void start() {
    // If an operation started the thread, the thread would count as part of it.
    ThreadScope application = CurrentCall.suspend();
    try {
      Thread writer = AgentThread.named(THREAD, this::run);
      thread = writer;
      writer.start();
      Runtime.getRuntime().addShutdownHook(AgentThread.named(THREAD + "-exit", this::exit));
    } catch (IllegalStateException e) {
      // The JVM is already exiting.
      exitNanos = System.nanoTime() + EXIT_NANOS;
    } catch (Throwable e) {
      // No thread could be created; the next line retries.
      started.set(thread != null && thread.isAlive());
    } finally {
      application.leave();
    }
  }

  private void run() {
    while (true) {
      LogRecord record = queue.poll();
      if (record != null) {
        write(record);
        characters.addAndGet(-record.weight());
        records.decrementAndGet();
      } else {
        idle = true;
        if (queue.isEmpty()) {
          LockSupport.park(this);
        }
        idle = false;
      }
    }
  }

  private void write(LogRecord record) {
    try {
      if (!opened) {
        open();
      }
      output.write(lines.line(record));
    } catch (Throwable e) {
      dropped.run();
      if (!warned) {
        warned = true;
        LOGGER.warn(
            "The operation log cannot be written to {} ({}). Lines are dropped until it can be"
                + " written again, and counted in customerio_agent_dropped_total. Reported once.",
            name,
            MaskedThrowable.message(e));
      }
    }
  }

  private void open() {
    opened = true;
    try {
      output.open();
    } catch (Throwable e) {
      LOGGER.warn(
          "The operation log cannot be written to {} ({}); using stderr. Set"
              + " customerio.agent.log.output to a writable file, stderr or stdout.",
          name,
          MaskedThrowable.message(e));
      output = StreamOutput.ofStandardError();
    }
  }

  /** Runs at JVM exit. Other shutdown hooks run concurrently and may still log. */
  private void exit() {
    exitNanos = System.nanoTime() + EXIT_NANOS;
    awaitWritten();
  }

  /** Waits for queued lines; called only at JVM exit. */
  private void awaitWritten() {
    while (records.get() > 0 && exitNanos - System.nanoTime() > 0) {
      LockSupport.parkNanos(this, POLL_NANOS);
    }
  }
}
