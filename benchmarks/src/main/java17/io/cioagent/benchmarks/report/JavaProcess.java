package io.cioagent.benchmarks.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM that is measured from outside. Linux only: figures come from {@code /proc}. */
public final class JavaProcess implements AutoCloseable {

  /** {@code /proc} counts processor time in ticks of USER_HZ, 100 on every Linux Java runs on. */
  private static final double MILLIS_PER_TICK = 10;

  private static final Path OWN_STAT = Path.of("/proc/self/stat");

  private final Process process;
  private final Path log;
  private final long startNanos;

  /** What a process that has ended took. */
  public record Cost(double wallMillis, double processorMillis) {}

  private JavaProcess(Process process, Path log, long startNanos) {
    this.process = process;
    this.log = log;
    this.startNanos = startNanos;
  }

  /**
   * Starts a JVM.
   *
   * @param javaHome the JDK
   * @param log takes the output of the process
   */
  public static JavaProcess start(Path javaHome, List<String> arguments, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin/java").toString());
    command.addAll(arguments);
    Files.createDirectories(log.toAbsolutePath().getParent());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    // Options from the environment would count as the contender's.
    builder.environment().keySet().removeIf(JavaProcess::changesTheJvm);
    long startNanos = System.nanoTime();
    return new JavaProcess(builder.start(), log, startNanos);
  }

  private static boolean changesTheJvm(String variable) {
    return variable.equals("JAVA_TOOL_OPTIONS")
        || variable.equals("JDK_JAVA_OPTIONS")
        || variable.startsWith("OTEL_")
        || variable.startsWith("CUSTOMERIO_AGENT_")
        || variable.startsWith("ELASTIC_APM_");
  }

  /** Runs a JVM to its end, which must be a success. */
  public static Cost run(Path javaHome, List<String> arguments, Path log)
      throws IOException, InterruptedException {
    double before = processorMillisOfChildren();
    try (JavaProcess process = start(javaHome, arguments, log)) {
      if (!process.process.waitFor(2, TimeUnit.MINUTES)) {
        throw new IllegalStateException("no end after two minutes" + process.output());
      }
      double wallMillis = process.sinceStartMillis();
      if (process.process.exitValue() != 0) {
        throw new IllegalStateException(
            "exit value " + process.process.exitValue() + process.output());
      }
      return new Cost(wallMillis, processorMillisOfChildren() - before);
    }
  }

  public double sinceStartMillis() {
    return (System.nanoTime() - startNanos) / 1e6;
  }

  /** User and system time so far. */
  public double processorMillis() throws IOException {
    String[] fields = fieldsFromThird(Path.of("/proc/" + process.pid() + "/stat"));
    return ticks(fields, 14) + ticks(fields, 15);
  }

  /** Of all children that have ended: the JDK waits for each. */
  private static double processorMillisOfChildren() throws IOException {
    String[] fields = fieldsFromThird(OWN_STAT);
    return ticks(fields, 16) + ticks(fields, 17);
  }

  private static String[] fieldsFromThird(Path file) throws IOException {
    String stat = Files.readString(file);
    // The second field is the program's name in brackets and may contain blanks.
    return stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
  }

  private static double ticks(String[] fieldsFromThird, int field) {
    return Long.parseLong(fieldsFromThird[field - 3]) * MILLIS_PER_TICK;
  }

  public double residentMib() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
      }
    }
    throw new IOException("no VmRSS of process " + process.pid());
  }

  /** Waits until the output has a match; fails when the process ends or time runs out. */
  public Matcher awaitOutput(Pattern pattern, Duration patience)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (true) {
      boolean alive = process.isAlive();
      try (BufferedReader lines = Files.newBufferedReader(log)) {
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          Matcher matcher = pattern.matcher(line);
          if (matcher.find()) {
            return matcher;
          }
        }
      }
      if (!alive || System.nanoTime() - deadline > 0) {
        throw new IllegalStateException("no '" + pattern + "'" + output());
      }
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private String output() throws IOException {
    return " of a process that printed:\n" + Files.readString(log);
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join();
    if (process.isAlive()) {
      process.destroyForcibly().onExit().join();
    }
  }
}
