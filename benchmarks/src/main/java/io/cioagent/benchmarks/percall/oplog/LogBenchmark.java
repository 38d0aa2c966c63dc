package io.cioagent.benchmarks.percall.oplog;

import com.example.shop.CustomerIoClient;
import io.cioagent.benchmarks.percall.ClientBenchmark.Customer;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Calls of an observed client with the operation log on. The driver sets the log's rate limit: the
 * highest for the lines that are written, and one a second for those that are suppressed.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(2)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class LogBenchmark {

  private static final int BATCH = 100;

  /** The agent's log, if there is an agent. */
  @State(Scope.Thread)
  public static class LogFile {
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(30);
    private static final long POLL_NANOS = 10_000;
    private static final String FILE = System.getProperty("customerio.agent.log.output");

    final CustomerIoClient client = new CustomerIoClient();
    long called;
    private final byte[] buffer = new byte[1 << 16];
    private RandomAccessFile file;
    private long lines;

    @Setup
    public void open() throws IOException {
      if (FILE != null) {
        // Creates the file; the agent opens it for its first line.
        file = new RandomAccessFile(FILE, "rw");
      }
    }

    /** Waits until the log has so many lines; the time until then is part of the cost. */
    void await(long expected) throws IOException {
      if (file == null) {
        return;
      }
      long deadline = System.nanoTime() + PATIENCE_NANOS;
      while (lines < expected) {
        readOn();
        if (System.nanoTime() - deadline > 0) {
          throw new IllegalStateException("the log has " + lines + " of " + expected + " lines");
        }
      }
    }

    private void readOn() throws IOException {
      int read = file.read(buffer);
      if (read <= 0) {
        LockSupport.parkNanos(POLL_NANOS);
      }
      for (int i = 0; i < read; i++) {
        if (buffer[i] == '\n') {
          lines++;
        }
      }
    }

    @TearDown
    public void close() throws IOException {
      if (file == null) {
        return;
      }
      await(1);
      file.close();
      if (!new File(FILE).delete()) {
        throw new IOException("cannot delete " + FILE);
      }
    }
  }

  /** Half as many lines a second as the highest rate limit lets pass. */
  @State(Scope.Thread)
  public static class PacedLogFile extends LogFile {
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private long nextNanos = System.nanoTime();

    @Setup(Level.Invocation)
    public void pace() {
      long left = nextNanos - System.nanoTime();
      while (left > 0) {
        LockSupport.parkNanos(left);
        left = nextNanos - System.nanoTime();
      }
      nextNanos = System.nanoTime() + PAUSE_NANOS;
    }
  }

  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void logLineWritten(PacedLogFile log, Customer customer) throws IOException {
    for (int i = 0; i < BATCH; i++) {
      log.client.identify(customer.id(), customer.attributes());
    }
    log.called += BATCH;
    log.await(log.called);
  }

  @Benchmark
  public void logLineSuppressed(LogFile log, Customer customer) {
    log.client.identify(customer.id(), customer.attributes());
    log.called++;
  }
}
