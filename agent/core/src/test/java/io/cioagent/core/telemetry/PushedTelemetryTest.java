package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.export.Collector;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PushedTelemetryTest {
  private final Collector collector = new Collector();
  private RunningTelemetry running;

  PushedTelemetryTest() throws IOException {}

  @AfterEach
  void stopPushing() {
    running.telemetry.close();
    collector.close();
  }

  private RunningTelemetry pushing(String... more) throws IOException {
    String[] settings = {
      "otel.traces.exporter", "otlp",
      "otel.metrics.exporter", "prometheus,otlp",
      "otel.exporter.otlp.endpoint", collector.url(),
      "otel.bsp.schedule.delay", "5",
      "otel.metric.export.interval", "50"
    };
    String[] all = new String[settings.length + more.length];
    System.arraycopy(settings, 0, all, 0, settings.length);
    System.arraycopy(more, 0, all, settings.length, more.length);
    running = new RunningTelemetry(all);
    return running;
  }

  @Test
  void spansAreCreatedForTheExporterAlone() throws IOException {
    RunningTelemetry telemetry = pushing("spans.recent", "0");
    telemetry.identify(5, 200);
    Collector.await("both spans", () -> collector.spanNames().size() == 2);
    assertThat(collector.spanNames()).contains("customerio.identify");
    assertThat(telemetry.get("/spans").status).isEqualTo(404);
    assertThat(telemetry.scrape()).contains("customerio_agent_dropped_total{what=\"spans\"} 0.0");
  }

  @Test
  void queuedSpansAreShown() throws IOException {
    RunningTelemetry telemetry = pushing();
    telemetry.identify(5, 200);
    assertThat(telemetry.spans()).hasSize(2);
    Collector.await("both spans", () -> collector.spanNames().size() == 2);
  }

  @ParameterizedTest
  @CsvSource({
    "always_off,               ,  0",
    "traceidratio,             0, 0",
    "parentbased_traceidratio, 0, 0",
    "traceidratio,             1, 20",
    "parentbased_always_on,    ,  20",
  })
  void samplerDecidesWhichSpansAreExported(String sampler, String argument, int spans)
      throws IOException {
    RunningTelemetry telemetry =
        pushing(
            "otel.traces.sampler",
            sampler,
            "otel.traces.sampler.arg",
            argument == null ? "" : argument);
    for (int i = 0; i < 10; i++) {
      telemetry.identify(5, 200);
    }
    int before = collector.metrics.size();
    Collector.await(
        "what was sampled, and all metrics",
        () -> collector.spanNames().size() >= spans && collector.metrics.size() > before + 2);
    assertThat(collector.spanNames()).hasSize(spans);
    assertThat(telemetry.scrape())
        .anyMatch(
            line ->
                line.startsWith("customerio_api_requests_total{operation=\"identify\"")
                    && line.endsWith(" 10.0"));
  }

  @Test
  void signalsWithoutAnExporterHaveNoDropCounter() throws IOException {
    running = new RunningTelemetry();
    assertThat(running.scrape())
        .filteredOn(line -> line.startsWith("customerio_agent_dropped"))
        .containsExactly("customerio_agent_dropped_total{what=\"log\"} 0.0");
  }
}
