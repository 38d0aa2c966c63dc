package io.cioagent.benchmarks.startup;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * The application under each agent: notes when {@code main} runs, waits until nothing in the
 * process works any more, and appends one {@link StartUpSample} to the results file.
 *
 * <p>It reads {@code /proc} with plain streams and stays off lambdas, NIO and JMX: whatever it
 * loaded itself would be counted as start-up cost, and would warm up what an agent needs.
 */
public final class StartUpProbe {

  /** {@code /proc} counts processor time in ticks of USER_HZ, 100 on every Linux Java runs on. */
  private static final long MILLIS_PER_TICK = 10;

  private static final long QUIET_MILLIS = 500;
  private static final long QUIET_TICKS = 1;
  private static final long PATIENCE_MILLIS = 30_000;

  private StartUpProbe() {}

  /** Arguments: agent, round, start of the process in µs since the epoch, results file. */
  public static void main(String[] args) throws IOException, InterruptedException {
    long mainMillis = System.currentTimeMillis();

    long ticks = processorTicks();
    boolean settled = false;
    while (!settled && System.currentTimeMillis() - mainMillis < PATIENCE_MILLIS) {
      Thread.sleep(QUIET_MILLIS);
      long now = processorTicks();
      settled = now - ticks < QUIET_TICKS;
      ticks = now;
    }
    double peakMemoryMib = peakMemoryKib() / 1024.0;

    double beforeMainMillis = mainMillis - Long.parseLong(args[2]) / 1000.0;
    StartUpSample sample =
        new StartUpSample(
            args[0],
            Integer.parseInt(args[1]),
            beforeMainMillis,
            ticks * MILLIS_PER_TICK,
            peakMemoryMib,
            settled);
    try (FileOutputStream results = new FileOutputStream(args[3], true)) {
      results.write((sample.toLine() + "\n").getBytes(StandardCharsets.UTF_8));
    }
    // Agents may leave threads behind that are no daemons.
    Runtime.getRuntime().halt(0);
  }

  private static long processorTicks() throws IOException {
    String stat = read("/proc/self/stat");
    // The second field is the program's name in brackets and may hold blanks; the third follows.
    String[] fromThirdField = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
    long user = Long.parseLong(fromThirdField[14 - 3]);
    long system = Long.parseLong(fromThirdField[15 - 3]);
    return user + system;
  }

  private static long peakMemoryKib() throws IOException {
    String status = read("/proc/self/status");
    String key = "VmHWM:";
    int start = status.indexOf(key) + key.length();
    return Long.parseLong(status.substring(start, status.indexOf(" kB", start)).trim());
  }

  private static String read(String file) throws IOException {
    byte[] bytes = new byte[8192];
    int length = 0;
    try (InputStream in = new FileInputStream(file)) {
      int count = in.read(bytes, 0, bytes.length);
      while (count > 0) {
        length += count;
        count = in.read(bytes, length, bytes.length - length);
      }
    }
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }
}
