package io.cioagent.core.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.CapturedError;
import io.cioagent.core.call.Call;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Client methods that return without a request to Customer.io. */
class UnknownOutcomeTest {
  private static final int UNSET = 0;

  @TempDir private Path folder;

  private static void identify(RunningTelemetry running, String clientClass) {
    Call call =
        running.observer.enterClientMethod(
            Operation.IDENTIFY, false, clientClass, "u1", null, null);
    running.observer.exitClientMethod(call, null, null);
  }

  @Test
  void countsNeitherAsSuccessNorAsError() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    identify(running, null);
    assertThat(running.scrape())
        .contains(
            "customerio_api_requests_total{operation=\"identify\",status=\"unknown\"} 1.0",
            "customerio_api_requests_total{operation=\"identify\",status=\"success\"} 0.0",
            "customerio_api_requests_total{operation=\"identify\",status=\"error\"} 0.0",
            "customerio_api_latency_ms_count{operation=\"identify\",status=\"unknown\"} 1",
            "customerio_api_errors_total{error_type=\"unknown\",operation=\"identify\"} 0.0");
  }

  @Test
  void spanStatusIsUnset() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    identify(running, null);
    JsonNode span = running.spans().get(0);
    assertThat(span.path("status").path("code").asInt()).isEqualTo(UNSET);
    assertThat(RunningTelemetry.attributes(span))
        .containsEntry("customerio.outcome", "unknown")
        .doesNotContainKey("error.type");
  }

  @Test
  void spansOfKnownOutcomesHaveNoOutcomeAttribute() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    running.identify("u1", 200);
    running.identify("u1", 500);
    for (JsonNode span : running.spans()) {
      assertThat(RunningTelemetry.attributes(span)).doesNotContainKey("customerio.outcome");
    }
  }

  @Test
  void isLoggedAsAWarningWithItsOwnLimit() throws IOException {
    RunningTelemetry running = logging("info", "log.rate-limit", "1");
    running.identify("u1", 500);
    running.identify("u1", 200);
    identify(running, null);
    identify(running, null);

    JsonNode line = lines(3).get(2);
    assertThat(line.get("level").asText()).isEqualTo("warn");
    assertThat(line.get("result").asText()).isEqualTo("unknown");
    assertThat(line.get("message").asText())
        .isEqualTo("Customer.io identify ended with an unknown outcome");
    assertThat(line.get("userId").asText()).isEqualTo("u1");
    assertThat(line.has("error")).isFalse();
  }

  @Test
  void isLoggedAtLevelWarnAndBelow() throws IOException {
    for (String level : new String[] {"off", "error", "warn"}) {
      RunningTelemetry running = logging(level);
      identify(running, null);
      running.identify(level, 200);
      running.identify(level, 500);
    }
    assertThat(lines(3))
        .extracting(line -> line.get("userId").asText() + " " + line.get("level").asText())
        .containsExactlyInAnyOrder("error error", "u1 warn", "warn error");
  }

  @Test
  void isReportedOncePerClass() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    try (CapturedError error = new CapturedError()) {
      identify(running, "com.example.Crm");
      String warnings = error.text();
      assertThat(warnings)
          .contains("WARN", "identify", "com.example.Crm", "client.methods", "docs/observed.md");
      identify(running, "com.example.Crm");
      assertThat(error.text()).isEqualTo(warnings);
      identify(running, "com.example.Other");
      assertThat(error.text().substring(warnings.length())).contains("com.example.Other");
    }
  }

  @Test
  void isReportedForABoundedNumberOfClasses() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    try (CapturedError error = new CapturedError()) {
      for (int i = 0; i < 300; i++) {
        identify(running, "com.example.Crm" + i);
      }
      assertThat(error.text().split("com.example.Crm", -1)).hasSize(101);
    }
  }

  @Test
  void knownOutcomesAreNotReported() throws IOException {
    RunningTelemetry running = new RunningTelemetry();
    try (CapturedError error = new CapturedError()) {
      running.identify("u1", 200);
      running.identify("u1", 500);
      assertThat(error.text()).isEmpty();
    }
  }

  private RunningTelemetry logging(String level, String... more) throws IOException {
    List<String> settings = new ArrayList<>();
    settings.add("log.level");
    settings.add(level);
    settings.add("log.output");
    settings.add(folder.resolve("operations.log").toString());
    Collections.addAll(settings, more);
    return new RunningTelemetry(settings.toArray(new String[0]));
  }

  /** Waits for that many lines. */
  private List<JsonNode> lines(int count) throws IOException {
    Path file = folder.resolve("operations.log");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    List<JsonNode> lines = new ArrayList<>();
    while (lines.size() < count) {
      assertThat(System.nanoTime() - deadline).as("lines: " + lines).isNegative();
      lines.clear();
      String text = Files.exists(file) ? new String(Files.readAllBytes(file), UTF_8) : "";
      for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
        if (!line.isEmpty()) {
          lines.add(new ObjectMapper().readTree(line));
        }
      }
    }
    assertThat(lines).hasSize(count);
    return lines;
  }
}
