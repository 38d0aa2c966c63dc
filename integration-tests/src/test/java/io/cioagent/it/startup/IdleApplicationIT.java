package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An application that does not call Customer.io, or only later: telemetry starts when needed. */
@EveryJdk
class IdleApplicationIT {
  private static final String APP = "io.cioagent.it.apps.StartUpApp";
  private static final String SDK = "io.opentelemetry.sdk.";

  /** What only an observed event or a page needs. */
  private static final List<String> ON_DEMAND =
      List.of(
          SDK,
          "io.opentelemetry.api.",
          "io.opentelemetry.exporter.",
          "io.prometheus.",
          "com.fasterxml.jackson.",
          "org.apache.hc.",
          "io.cioagent.core.export.");

  @Parameter private Jdk jdk;

  private final Path log = Build.scratch("loaded").resolve("classes.log");

  @Test
  void telemetryIsNotLoaded() throws IOException {
    try (RunningJvm jvm = startWithLog()) {
      jvm.endpoint();
      assertThat(jvm.finish()).isZero();
    }
    assertThat(loaded(name -> name.equals("io.cioagent.core.endpoint.Endpoint"))).hasSize(1);
    assertThat(loaded(name -> ON_DEMAND.stream().anyMatch(name::startsWith))).isEmpty();
  }

  @Test
  void healthDoesNotLoadTheSdk() throws IOException {
    try (RunningJvm jvm = startWithLog()) {
      assertThat(jvm.endpoint().text("/-/healthy")).contains(" is up: ");
      assertThat(jvm.finish()).isZero();
    }
    assertThat(loaded(name -> name.startsWith(SDK))).isEmpty();
  }

  @Test
  void scrapeLoadsTheSdk() throws IOException {
    try (RunningJvm jvm = startWithLog()) {
      assertThat(jvm.endpoint().scrape().of("customerio_api_requests_total")).isNotEmpty();
      assertThat(jvm.finish()).isZero();
    }
    assertThat(loaded(name -> name.startsWith(SDK))).isNotEmpty();
  }

  @Test
  void firstCallIsCountedOnceAndInTheNextScrape() throws IOException {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn.at(Hosts.TRACK))) {
      Endpoint endpoint = jvm.endpoint();
      long before = System.currentTimeMillis();
      assertThat(jvm.ask("identify", standIn.at(Hosts.TRACK))).isEqualTo("= identified");
      Scrape next = endpoint.scrape();
      long after = System.currentTimeMillis();
      assertCounts(next, 1);
      assertCounts(endpoint.scrape(), 1);

      List<Span> spans = endpoint.spans();
      assertThat(spans).hasSize(2);
      Span operation = spans.get(1);
      assertThat(operation.name()).isEqualTo("customerio.identify");
      assertThat(TimeUnit.NANOSECONDS.toMillis(operation.startNanos())).isBetween(before, after);
      assertThat(operation.endNanos()).isGreaterThan(operation.startNanos());

      assertThat(jvm.ask("identify", standIn.at(Hosts.TRACK))).isEqualTo("= identified");
      assertCounts(endpoint.scrape(), 2);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.operationLog()).hasSize(2);
      JsonNode line = new ObjectMapper().readTree(jvm.operationLog().get(0));
      assertThat(line.path("trace_id").asText()).isEqualTo(operation.traceId());
      assertThat(line.path("span_id").asText()).isEqualTo(operation.spanId());
    }
  }

  private static void assertCounts(Scrape scrape, int calls) {
    assertThat(scrape.sum("customerio_api_requests_total")).isEqualTo(calls);
    assertThat(scrape.sum("customerio_api_latency_ms_count")).isEqualTo(calls);
    assertThat(scrape.sum("http_client_request_duration_seconds_count")).isEqualTo(calls);
  }

  private RunningJvm startWithLog() {
    Jvm jvm = Jvm.on(jdk);
    if (jdk.feature() == 8) {
      List.of(
              "-verbose:class",
              "-XX:+UnlockDiagnosticVMOptions",
              "-XX:+LogVMOutput",
              "-XX:-DisplayVMOutput",
              "-XX:LogFile=" + log)
          .forEach(jvm::option);
    } else {
      jvm.option("-Xlog:class+load:file=" + log);
    }
    return start(jvm, "nowhere");
  }

  private RunningJvm start(Jvm jvm, String customerIo) {
    return jvm.agent()
        .option(Hosts.option())
        .classPath(Build.java8Apps())
        .start(APP, "wait", customerIo)
        .ready();
  }

  /** The names of loaded classes: in a line, each follows "[Loaded" or the decorations. */
  private List<String> loaded(Predicate<String> wanted) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .filter(line -> line.contains(" source: ") || line.startsWith("[Loaded "))
          .map(line -> line.replaceFirst("^(\\[Loaded |(\\[[^]]*])+ )", "").split(" ", 2)[0])
          .filter(wanted)
          .toList();
    }
  }
}
