package io.cioagent.benchmarks.startup;

import io.cioagent.benchmarks.report.Contender;
import io.cioagent.benchmarks.report.Failures;
import io.cioagent.benchmarks.report.JavaProcess;
import io.cioagent.benchmarks.report.MeasuredJdk;
import io.cioagent.benchmarks.report.Options;
import io.cioagent.benchmarks.report.Sample;
import io.cioagent.benchmarks.report.SampleFile;
import io.cioagent.benchmarks.service.BootService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Starts short programs without and with each agent in turn: one that does nothing, some whose
 * first act is a request to Customer.io, and a Spring Boot application.
 */
public final class StartUpBenchmark {

  private static final String BENCHMARKS = "benchmarks/target/benchmarks.jar";
  private static final String WITH_LIBRARIES = BENCHMARKS + ":benchmarks/target/lib/*";
  private static final List<String> NO_SHARING = List.of("-Xshare:off");
  private static final String OTHER_PROGRAMS = "programs";

  /** What {@link StartUpTable} reads. */
  private static final String PROBES = "probes.tsv";

  private static final Pattern ENDPOINT = Pattern.compile("^\\[customerio-agent].*http://");
  private static final Pattern LOGGED = Pattern.compile("\"operation\" ?: ?\"identify\"");

  private final Options options;
  private final SampleFile samples;
  private final Failures failures;
  private final StandIn standIn;

  private StartUpBenchmark(Options options, SampleFile samples, StandIn standIn) {
    this.options = options;
    this.samples = samples;
    this.failures = new Failures(samples);
    this.standIn = standIn;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = new Options(args);
    SampleFile samples = SampleFile.create(options.file("start-up.tsv"), options.describe());
    Files.deleteIfExists(options.file(PROBES));
    boolean complete;
    try (StandIn standIn = new StandIn()) {
      StartUpBenchmark benchmark = new StartUpBenchmark(options, samples, standIn);
      // Round 0 warms up the machine's caches.
      for (int round = options.isQuick() ? 1 : 0; round <= options.rounds(); round++) {
        for (MeasuredJdk jdk : options.jdks()) {
          benchmark.measure(jdk, round);
        }
      }
      complete = benchmark.failures.none();
    }
    // Non-daemon threads of the stand-in have ended; the value tells that a row is missing.
    System.exit(complete ? 0 : 1);
  }

  private void measure(MeasuredJdk jdk, int round) throws IOException, InterruptedException {
    boolean first = jdk.equals(options.jdks().get(0));
    probe(jdk, List.of(), "bare `main`, JDK " + jdk.feature(), round);
    if (!options.has(OTHER_PROGRAMS)) {
      return;
    }
    for (Contender contender : options.contenders()) {
      call("HttpURLConnection", jdk, List.of(), contender, round);
      call("OkHttp", jdk, List.of(), contender, round);
      if (jdk.feature() >= 11) {
        call("java.net.http", jdk, List.of(), contender, round);
      }
    }
    // One JDK shows what class-data sharing does.
    if (first) {
      probe(jdk, NO_SHARING, "bare `main`, JDK " + jdk.feature() + ", -Xshare:off", round);
      for (Contender contender : options.contenders()) {
        call("HttpURLConnection", jdk, NO_SHARING, contender, round);
      }
    }
    if (jdk.feature() >= BootService.OLDEST_JDK) {
      for (Contender contender : options.contenders()) {
        boot(jdk, List.of(), contender, round);
        if (first) {
          boot(jdk, NO_SHARING, contender, round);
        }
      }
    } else if (round == 1) {
      samples.note("Spring Boot 3 needs JDK 17: skipped on JDK " + jdk.feature() + ".");
    }
  }

  private void probe(MeasuredJdk jdk, List<String> jvmOptions, String row, int round)
      throws IOException, InterruptedException {
    boolean kept = round > 0 && jvmOptions.isEmpty() && jdk.equals(options.jdks().get(0));
    for (Contender contender : options.contenders()) {
      Path probed = options.file(kept ? PROBES : "other-probes.tsv");
      Path log = log("main", contender);
      failures.guard(
          row,
          contender,
          () -> {
            List<String> arguments = new ArrayList<>(jvmOptions);
            arguments.addAll(contender.startUpOptions(standIn.hostAndPort()));
            arguments.addAll(List.of("-cp", BENCHMARKS, StartUpProbe.class.getName()));
            arguments.addAll(List.of(contender.id(), Integer.toString(round)));
            arguments.add(Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now())));
            arguments.add(probed.toString());
            JavaProcess.run(jdk.home(), arguments, log);
            if (contender.isOurs()) {
              require(log, ENDPOINT, "our agent did not report its endpoint");
            }
            List<String> lines = Files.readAllLines(probed);
            StartUpSample sample = StartUpSample.parse(lines.get(lines.size() - 1));
            add(row, "before `main`, ms", contender, round, sample.beforeMainMillis);
            add(row, "processor time until idle, ms", contender, round, sample.processorMillis);
            add(row, "peak memory, MiB", contender, round, sample.peakMemoryMib);
          });
    }
  }

  private void call(
      String client, MeasuredJdk jdk, List<String> jvmOptions, Contender contender, int round)
      throws IOException, InterruptedException {
    String row = "one call by " + client + ", JDK " + jdk.feature() + suffix(jvmOptions);
    Path log = log("call", contender);
    failures.guard(
        row,
        contender,
        () -> {
          List<String> arguments = new ArrayList<>(jvmOptions);
          arguments.addAll(contender.startUpOptions(standIn.hostAndPort()));
          arguments.addAll(
              switch (client) {
                case "OkHttp" ->
                    List.of("-cp", WITH_LIBRARIES, FirstCall.class.getName(), "okhttp");
                case "java.net.http" ->
                    List.of("-cp", BENCHMARKS, FirstJavaNetHttpCall.class.getName());
                default ->
                    List.of("-cp", BENCHMARKS, FirstCall.class.getName(), "httpurlconnection");
              });
          arguments.add("http://" + standIn.hostAndPort() + "/api/v1/customers/cust_4711");
          int requests = standIn.requests();
          int traced = standIn.traced();
          JavaProcess.Cost cost = JavaProcess.run(jdk.home(), arguments, log);
          if (standIn.requests() != requests + 1) {
            throw new IllegalStateException("the program sent no request");
          }
          if (contender.isOurs()) {
            require(log, LOGGED, "our agent did not observe the call");
          }
          if (contender == Contender.OPENTELEMETRY && standIn.traced() != traced + 1) {
            throw new IllegalStateException("the OpenTelemetry agent did not observe the call");
          }
          add(row, "whole process, ms", contender, round, cost.wallMillis());
          add(row, "its processor time, ms", contender, round, cost.processorMillis());
        });
  }

  private void boot(MeasuredJdk jdk, List<String> jvmOptions, Contender contender, int round)
      throws IOException, InterruptedException {
    String row = "Spring Boot, JDK " + jdk.feature() + suffix(jvmOptions);
    Path log = log("boot", contender);
    failures.guard(
        row,
        contender,
        () -> {
          List<String> arguments = new ArrayList<>(jvmOptions);
          arguments.addAll(contender.startUpOptions(standIn.hostAndPort()));
          arguments.add("-Xmx512m");
          try (BootService service =
              BootService.start(jdk.home(), arguments, standIn.hostAndPort(), log)) {
            double wallMillis = service.process().sinceStartMillis();
            double processorMillis = service.process().processorMillis();
            if (contender.isOurs()) {
              service.process().awaitOutput(ENDPOINT, Duration.ofSeconds(10));
            }
            add(row, "until the first answer, ms", contender, round, wallMillis);
            add(row, "processor time until then, ms", contender, round, processorMillis);
          }
        });
  }

  private static String suffix(List<String> jvmOptions) {
    return jvmOptions.isEmpty() ? "" : ", " + String.join(" ", jvmOptions);
  }

  private void add(String row, String figure, Contender contender, int round, double value)
      throws IOException {
    if (round > 0) {
      samples.add(new Sample(row, figure, contender, round, value));
    }
  }

  private Path log(String program, Contender contender) {
    return options.file("logs/" + program + "-" + contender.id() + ".log");
  }

  private static void require(Path log, Pattern pattern, String otherwise) throws IOException {
    if (Files.readAllLines(log).stream().noneMatch(line -> pattern.matcher(line).find())) {
      throw new IllegalStateException(otherwise + "; it printed:\n" + Files.readString(log));
    }
  }
}
