package io.cioagent.benchmarks.percall;

import io.cioagent.benchmarks.report.Contender;
import io.cioagent.benchmarks.report.Failures;
import io.cioagent.benchmarks.report.MeasuredJdk;
import io.cioagent.benchmarks.report.Options;
import io.cioagent.benchmarks.report.Sample;
import io.cioagent.benchmarks.report.SampleFile;
import io.cioagent.benchmarks.report.Scrape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Runs JMH under each contender in turn. */
public final class PerCallBenchmark {

  private static final String CLASS_PATH =
      "benchmarks/target/benchmarks.jar:benchmarks/target/lib/*";
  private static final String TOOLS = ":benchmarks/target/lib-tools/*";

  /** The name of the interface that stands for Customer.io where a library needs a wire. */
  private static final String CUSTOMER_IO = "localhost";

  private final Options options;
  private final MeasuredJdk jdk;

  private PerCallBenchmark(Options options) throws IOException {
    this.options = options;
    jdk = options.jdks().get(0);
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = new Options(args);
    String file = options.has("short") ? "check-calls.tsv" : "per-call.tsv";
    SampleFile samples = SampleFile.create(options.file(file), options.describe());
    Failures failures = new Failures(samples);
    PerCallBenchmark benchmark = new PerCallBenchmark(options);
    for (Contender contender : options.contenders()) {
      for (JmhRun run : runs(options, contender)) {
        failures.guard(
            run.name(),
            contender,
            () -> {
              for (Sample sample : benchmark.measure(run)) {
                samples.add(sample);
              }
            });
      }
    }
    System.exit(failures.none() ? 0 : 1);
  }

  private static List<JmhRun> runs(Options options, Contender contender) {
    if (options.has("short")) {
      return List.of(JmhRun.shortForm(contender));
    }
    return options.pattern() == null ? JmhRun.allOf(contender) : List.of(JmhRun.of(contender));
  }

  private List<Sample> measure(JmhRun run) throws IOException, InterruptedException {
    Path json = options.file("jmh/" + run.name() + ".json");
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.deleteIfExists(json);
    Files.createDirectories(options.file("logs"));
    List<String> command = new ArrayList<>();
    command.add(jdk.home().resolve("bin/java").toString());
    Collections.addAll(command, "-cp", CLASS_PATH + (run.withTools() ? TOOLS : ""));
    command.add("org.openjdk.jmh.Main");
    Collections.addAll(command, "-prof", "gc", "-foe", "true");
    Collections.addAll(command, "-rf", "json", "-rff", json.toString());
    Collections.addAll(command, "-t", Integer.toString(run.threads()));
    if (run.host() != null) {
      Collections.addAll(command, "-p", "host=" + run.host());
    }
    String jvmOptions = String.join(" ", jvmOptions(run));
    if (!jvmOptions.isEmpty()) {
      Collections.addAll(command, "-jvmArgsAppend", jvmOptions);
    }
    if (jdk.feature() < 11) {
      Collections.addAll(command, "-e", "JavaNetHttp");
    }
    command.addAll(options.others());
    // Both must match.
    command.add(
        options.pattern() == null
            ? run.benchmarks()
            : "^(?=.*(?:" + run.benchmarks() + "))(?=.*(?:" + options.pattern() + "))");
    Path log = options.file("logs/jmh-" + run.name() + ".log");
    int exit =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (exit != 0 || !Files.exists(json)) {
      throw new IllegalStateException(reason(log) + " (" + log + ")");
    }
    return JmhResults.samples(Files.readString(json), run.contender());
  }

  private List<String> jvmOptions(JmhRun run) throws IOException {
    if (!run.withAgent()) {
      return List.of();
    }
    List<String> jvmOptions =
        new ArrayList<>(run.contender().options(Scrape.freePort(), CUSTOMER_IO));
    jvmOptions.addAll(run.jvmOptions());
    if (run.contender().requestCounter() != null) {
      jvmOptions.add("-Dbenchmark.request.counter=" + run.contender().requestCounter());
    }
    return jvmOptions;
  }

  /** The first exception in JMH's output. */
  private static String reason(Path log) throws IOException {
    return Files.readAllLines(log).stream()
        .filter(
            line ->
                line.contains("Exception")
                    || line.contains("No matching benchmarks")
                    || line.startsWith(" Found "))
        .findFirst()
        .orElse("JMH failed")
        .trim();
  }
}
