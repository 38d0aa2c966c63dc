package io.cioagent.benchmarks.percall;

import io.cioagent.benchmarks.report.Contender;
import io.cioagent.benchmarks.report.Failures;
import io.cioagent.benchmarks.report.MeasuredJdk;
import io.cioagent.benchmarks.report.Options;
import io.cioagent.benchmarks.report.Sample;
import io.cioagent.benchmarks.report.SampleFile;
import io.cioagent.benchmarks.report.Scrape;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

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
    // What is compared is measured within minutes: machines change their speed.
    for (List<String> ofOneClass : benchmark.listed()) {
      for (Contender contender : options.contenders()) {
        for (JmhRun run : runs(options, contender)) {
          List<String> names = benchmark.matching(run, ofOneClass);
          if (!names.isEmpty()) {
            failures.guard(
                run.name(),
                contender,
                () -> {
                  for (Sample sample : benchmark.measure(run, names)) {
                    samples.add(sample);
                  }
                });
          }
        }
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

  /** The names of all benchmarks that this JDK can run, by class. */
  private Collection<List<String>> listed() throws IOException, InterruptedException {
    Process listing =
        new ProcessBuilder(java(), "-cp", CLASS_PATH, "org.openjdk.jmh.Main", "-l").start();
    Map<String, List<String>> names = new LinkedHashMap<>();
    try (BufferedReader lines = listing.inputReader()) {
      lines
          .lines()
          .filter(line -> line.startsWith("io.cioagent."))
          .filter(line -> jdk.feature() >= 11 || !line.contains("JavaNetHttp"))
          .forEach(
              line ->
                  names
                      .computeIfAbsent(
                          line.substring(0, line.lastIndexOf('.')), name -> new ArrayList<>())
                      .add(line));
    }
    if (listing.waitFor() != 0 || names.isEmpty()) {
      throw new IllegalStateException("JMH lists no benchmarks");
    }
    return names.values();
  }

  private List<String> matching(JmhRun run, List<String> names) {
    Pattern ofContender = Pattern.compile(run.benchmarks());
    Pattern wanted = Pattern.compile(options.pattern() == null ? "" : options.pattern());
    return names.stream()
        .filter(name -> ofContender.matcher(name).find() && wanted.matcher(name).find())
        .toList();
  }

  private String java() {
    return jdk.home().resolve("bin/java").toString();
  }

  private List<Sample> measure(JmhRun run, List<String> names)
      throws IOException, InterruptedException {
    String first = names.get(0);
    String ofClass = first.substring(0, first.lastIndexOf('.'));
    String file = run.name() + "-" + ofClass.substring(ofClass.lastIndexOf('.') + 1);
    Path json = options.file("jmh/" + file + ".json");
    Files.createDirectories(json.toAbsolutePath().getParent());
    Files.deleteIfExists(json);
    Files.createDirectories(options.file("logs"));
    List<String> command = new ArrayList<>();
    command.add(java());
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
    command.addAll(options.others());
    names.forEach(name -> command.add("^" + Pattern.quote(name) + "$"));
    Path log = options.file("logs/jmh-" + file + ".log");
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
