package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentStatusTest {
  private static final String KEY = "k-0123456789-secret";

  @Test
  void buildInfoNamesTheAgent() throws IOException {
    String java = System.getProperty("java.version");
    RunningTelemetry running = new RunningTelemetry();
    assertThat(running.scrape())
        .contains(
            "customerio_agent_info{java_version=\"" + java + "\",version=\"1.2.3\"} 1",
            "customerio_agent_woven_classes 42.0");
    assertThat(running.get("/metrics").body)
        .contains(
            "# TYPE customerio_agent_info gauge", "# TYPE customerio_agent_woven_classes gauge");
  }

  @Test
  void eachLibraryHasOneSeriesWithItsState() throws IOException {
    assertThat(new RunningTelemetry().scrape())
        .filteredOn(sample -> sample.startsWith("customerio_agent_instrumentation"))
        .containsExactlyInAnyOrder(
            "customerio_agent_instrumentation{library=\"http\",state=\"active\"} 1.0",
            "customerio_agent_instrumentation{library=\"web\",state=\"partial\"} 1.0",
            "customerio_agent_instrumentation{library=\"other\",state=\"absent\"} 1.0");
  }

  @Test
  void possibleFailuresStartAtZero() throws IOException {
    assertThat(new RunningTelemetry().scrape())
        .contains(
            "customerio_agent_errors_total{where=\"client\"} 0.0",
            "customerio_agent_errors_total{where=\"weaver\"} 0.0");
  }

  @Test
  void healthyCountsFailures() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    try (CapturedError error = new CapturedError()) {
      running.telemetry.listener().failed("client", new IllegalStateException());
      running.telemetry.listener().failed("weaver", new IllegalStateException());
      assertThat(error.text()).contains("failed in client", "failed in weaver");
    }
    assertThat(healthy(running)).endsWith(" errors=2 dropped=0");
  }

  @Test
  void healthyIsOneLineWithoutSecrets() throws IOException {
    RunningTelemetry running =
        new RunningTelemetry(
            "service-name", "shop\nof jane@acme.example",
            "environment", "prod\r\n\teu",
            "spans.recent", "0",
            "otel.traces.exporter", "otlp",
            "otel.logs.exporter", "console",
            "webhook.signing-key", KEY);
    String line = healthy(running);
    assertThat(line)
        .contains(
            " service=shop_of_[REDACTED]",
            " environment=prod___eu",
            " spans.recent=0",
            " pushed=traces:otlp,logs:console",
            " webhook.signatures=verified")
        .doesNotContain(KEY, "jane");
  }

  private static String healthy(RunningTelemetry running) throws IOException {
    EndpointResponse answer = running.get("/-/healthy");
    assertThat(answer.status).isEqualTo(200);
    List<String> lines = Arrays.asList(answer.body.split("\n", -1));
    assertThat(lines).as("one line and its end").hasSize(2);
    return lines.get(0);
  }
}
