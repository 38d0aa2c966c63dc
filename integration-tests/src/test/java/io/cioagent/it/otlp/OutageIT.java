package io.cioagent.it.otlp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Collectors that are not there, hang, or are there only for the last moment. */
@BuildAndOldestJdk
class OutageIT {

  /** Far below the time that an export may take, far above what a JVM needs to end. */
  private static final Duration BRIEF = Duration.ofSeconds(4);

  private final StandIn standIn = StandIn.http();
  @Parameter private Jdk jdk;

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @Test
  void lateCollectorGetsSpansAfterOneWarning() throws IOException {
    DeadPort dead = DeadPort.refusing();
    try (RunningJvm jvm =
        jvm(dead.port())
            .agent("spans.recent=0")
            .option("-Dotel.bsp.schedule.delay=1")
            .option("-Dotel.metric.export.interval=1")
            .option("-Dotel.exporter.otlp.timeout=500")
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready()) {
      jvm.awaitError("the outage", line -> line.contains("Cannot export to"));
      for (int i = 0; i < 50; i++) {
        identify(jvm);
      }
      assertThat(jvm.endpoint().scrape().sum("customerio_api_requests_total")).isEqualTo(50);
      int port = dead.port();
      dead.close();
      try (Collector late = Collector.at(port)) {
        Await.until(
            "a span",
            () -> {
              identify(jvm);
              return !late.spans().isEmpty();
            });
        assertThat(late.spans().get(0).getName()).isNotEmpty();
      }
      assertThat(jvm.finish()).isZero();
      assertThat(warnings(jvm))
          .singleElement()
          .asString()
          .startsWith(RunningJvm.PREFIX)
          .contains("http://127.0.0.1:" + port, "refused", "otel.exporter.otlp.endpoint");
      assertThat(jvm.stderr()).allMatch(line -> line.startsWith(RunningJvm.PREFIX));
    }
  }

  @Test
  void hangingCollectorDoesNotDelayExit() {
    try (DeadPort deaf = DeadPort.taken();
        RunningJvm jvm =
            jvm(deaf.port())
                .agent()
                .option("-Dotel.bsp.schedule.delay=1")
                .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready()) {
      jvm.endpoint();
      identify(jvm);
      long start = System.nanoTime();
      assertThat(jvm.finish()).isZero();
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BRIEF);
    }
  }

  @Test
  void pendingTelemetryIsPushedAtExit() throws IOException {
    try (Collector collector = Collector.http();
        RunningJvm jvm =
            jvm(collector.port())
                .agent()
                .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready()) {
      jvm.endpoint();
      identify(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(collector.spans()).hasSize(2);
      assertThat(collector.count("customerio.api.requests", "operation", "identify")).isEqualTo(1);
      assertThat(warnings(jvm)).isEmpty();
    }
  }

  @Test
  void consoleExporterIsIgnoredAndCertificateMustMatchTheHost() throws IOException {
    Certificate certificate = Certificate.selfSigned();
    try (Collector collector = Collector.https(certificate);
        RunningJvm jvm =
            Jvm.on(jdk)
                .agent()
                .option("-Dotel.traces.exporter=console,otlp")
                .option("-Dotel.metrics.exporter=none")
                .option(
                    "-Dotel.exporter.otlp.endpoint=https://" + Hosts.OTHER + ":" + collector.port())
                .option("-Dotel.exporter.otlp.timeout=10000")
                .option("-Dotel.exporter.otlp.certificate=" + certificate.pem())
                .option("-Dotel.bsp.schedule.delay=1")
                .option(Hosts.option())
                .classPath(Build.java8Apps())
                .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready()) {
      jvm.awaitError("that the agent is up", line -> line.contains("no endpoint"));
      identify(jvm);
      List<String> before = jvm.stdout();
      String line = jvm.awaitError("the outage", each -> each.contains("Cannot export to"));
      assertThat(line).contains("https://other.example:" + collector.port() + ": TLS failed");
      assertThat(jvm.finish()).isZero();
      assertThat(collector.spans()).isEmpty();
      assertThat(jvm.stdout()).isEqualTo(before);
      assertThat(String.join("", jvm.stderr()))
          .contains("{\"resourceSpans\"", "\"customerio.identify\"");
    }
  }

  @Test
  void exporterIsNotLoadedWithoutPush() throws IOException {
    assumeTrue(jdk.feature() > 8, "Java 8 lists classes on standard output alone");
    Path classes = Build.scratch("classes").resolve("loaded");
    try (RunningJvm jvm =
        Jvm.on(jdk)
            .agent()
            .option("-Xlog:class+load:file=" + classes)
            .option(Hosts.option())
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready()) {
      jvm.endpoint();
      identify(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(Files.readString(classes))
          .contains("io.cioagent.core.telemetry.Sdk")
          .doesNotContain("io.cioagent.core.export.")
          .doesNotContain("io.opentelemetry.exporter.otlp.");
    }
  }

  private Jvm jvm(int port) {
    return Jvm.on(jdk)
        .option("-Dotel.traces.exporter=otlp")
        .option("-Dotel.metrics.exporter=prometheus,otlp")
        .option("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + port)
        .option(Hosts.option())
        .classPath(Build.java8Apps());
  }

  private static void identify(RunningJvm jvm) {
    assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
        .startsWith("= ");
  }

  private static List<String> warnings(RunningJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.contains("WARN")).toList();
  }
}
