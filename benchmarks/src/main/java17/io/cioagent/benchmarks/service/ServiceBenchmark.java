package io.cioagent.benchmarks.service;

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
import java.util.List;

/** A Spring Boot service under load, each order of which sends one request to Customer.io. */
public final class ServiceBenchmark {

  private final Options options;
  private final SampleFile samples;
  private final MeasuredJdk jdk;
  private final Nginx customerIo;
  private final int firstSeconds;
  private final int betweenSeconds;
  private final int warmSeconds;

  private ServiceBenchmark(Options options, SampleFile samples, Nginx customerIo)
      throws IOException {
    this.options = options;
    this.samples = samples;
    this.customerIo = customerIo;
    jdk = options.jdks().get(0);
    firstSeconds = options.isQuick() ? 4 : 20;
    betweenSeconds = options.isQuick() ? 2 : 35;
    warmSeconds = options.isQuick() ? 4 : 20;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Options options = new Options(args);
    SampleFile samples = SampleFile.create(options.file("service.tsv"), options.describe());
    Failures failures = new Failures(samples);
    try (Nginx customerIo = Nginx.start(options.file("nginx"))) {
      ServiceBenchmark benchmark = new ServiceBenchmark(options, samples, customerIo);
      for (int round = 1; round <= options.rounds(); round++) {
        for (Contender contender : options.contenders()) {
          int thisRound = round;
          failures.guard(
              "Spring Boot service", contender, () -> benchmark.measure(contender, thisRound));
        }
      }
    }
    System.exit(failures.none() ? 0 : 1);
  }

  private void measure(Contender contender, int round) throws IOException, InterruptedException {
    int metricsPort = Scrape.freePort();
    Path gcLog = options.file("logs/service-gc-" + contender.id() + ".log");
    Path log = options.file("logs/service-" + contender.id() + ".log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    List<String> jvm = new ArrayList<>(contender.options(metricsPort, customerIo.hostAndPort()));
    jvm.addAll(
        List.of(
            "-Xmx512m", "-XX:+UseG1GC", GcLog.OPTION + gcLog.toAbsolutePath() + "::filecount=0"));
    Rows rows = new Rows(contender, round);
    try (BootService service = BootService.start(jdk.home(), jvm, customerIo.hostAndPort(), log)) {
      rows.add("start", "until ready, ms", service.process().sinceStartMillis());
      rows.add("start", "processor time, ms", service.process().processorMillis());
      String orders = service.url("/orders/1");
      long requests = load(service, orders, firstSeconds, rows, "first " + firstSeconds + " s");
      requests += Load.run(orders, betweenSeconds).requests();
      int linesBefore = Files.readAllLines(gcLog).size();
      requests += load(service, orders, warmSeconds, rows, "warm");
      List<String> lines = Files.readAllLines(gcLog);
      GcLog collections = GcLog.parse(lines.subList(linesBefore, lines.size()));
      rows.add("warm", "resident memory, MiB", service.process().residentMib());
      rows.add("warm", "young collections", collections.pauses().size());
      // A quick run may end before the first one.
      if (!collections.pauses().isEmpty()) {
        rows.add("warm", "young pause, median, ms", GcLog.median(collections.pauses()));
        rows.add("warm", "evacuation, median, ms", GcLog.median(collections.evacuations()));
        rows.add("warm", "survivors, median, MiB", GcLog.median(collections.survivorsMib()));
      }
      requireCounted(contender, metricsPort, requests);
    }
  }

  private static long load(BootService service, String url, int seconds, Rows rows, String row)
      throws IOException, InterruptedException {
    double before = service.process().processorMillis();
    Load load = Load.run(url, seconds);
    double processorMillis = service.process().processorMillis() - before;
    rows.add(row, "requests/s", load.perSecond());
    rows.add(row, "p50, ms", load.medianMillis());
    rows.add(row, "p99, ms", load.p99Millis());
    rows.add(row, "p99.9, ms", load.p999Millis());
    rows.add(row, "processor time per request, µs", 1000 * processorMillis / load.requests());
    return load.requests();
  }

  /** Each order is one request to Customer.io; those that wrk gave up at its end come on top. */
  private static void requireCounted(Contender contender, int port, long requests)
      throws IOException {
    if (contender.requestCounter() == null) {
      return;
    }
    double counted = Scrape.of(port).sum(contender.requestCounter(), "");
    if (counted < requests) {
      throw new IllegalStateException(
          "%s counted %.0f of %d requests".formatted(contender.id(), counted, requests));
    }
  }

  private final class Rows {
    private final Contender contender;
    private final int round;

    Rows(Contender contender, int round) {
      this.contender = contender;
      this.round = round;
    }

    void add(String row, String figure, double value) throws IOException {
      samples.add(new Sample(row, figure, contender, round, value));
    }
  }
}
