package io.cioagent.core.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.call.Call;
import io.cioagent.core.operation.Operation;
import io.cioagent.core.privacy.MaskedData;
import io.cioagent.core.webhook.WebhookRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which lines are logged for operations; the line format is tested with the line writer. */
class OperationLogTest {
  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("operations.log");
  }

  private RunningTelemetry running(String... settings) throws IOException {
    List<String> all = new ArrayList<>();
    Collections.addAll(all, "log.level", "info", "log.output", file().toString());
    Collections.addAll(all, settings);
    return new RunningTelemetry(all.toArray(new String[0]));
  }

  /** Waits for that many lines. */
  private List<JsonNode> lines(int count) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    List<JsonNode> lines = new ArrayList<>();
    while (lines.size() < count) {
      assertThat(System.nanoTime() - deadline).as("lines: " + lines).isNegative();
      lines.clear();
      if (Files.exists(file())) {
        String text = new String(Files.readAllBytes(file()), UTF_8);
        for (String line : text.substring(0, text.lastIndexOf('\n') + 1).split("\n")) {
          if (!line.isEmpty()) {
            lines.add(new ObjectMapper().readTree(line));
          }
        }
      }
    }
    assertThat(lines).hasSize(count);
    return lines;
  }

  private static Map<String, Object> data(String name, Object value) {
    Map<String, Object> data = new HashMap<>();
    data.put(name, value);
    return data;
  }

  private static Call track(RunningTelemetry running, Object data) {
    return running.observer.enterClientMethod(Operation.TRACK, false, null, "u1", "bought", data);
  }

  @Test
  void successfulOperation() throws IOException {
    RunningTelemetry running = running("service-name", "shop", "environment", "test");
    Call call = track(running, data("email", "jane"));
    running.exchange(200);
    running.observer.exitClientMethod(call, null, null);

    JsonNode line = lines(1).get(0);
    assertThat(line.get("level").asText()).isEqualTo("info");
    assertThat(line.get("logger").asText()).isEqualTo("customerio");
    assertThat(line.get("service").asText()).isEqualTo("shop");
    assertThat(line.get("environment").asText()).isEqualTo("test");
    assertThat(line.get("message").asText()).isEqualTo("Customer.io track succeeded");
    assertThat(line.get("operation").asText()).isEqualTo("track");
    assertThat(line.get("userId").asText()).isEqualTo("u1");
    assertThat(line.get("result").asText()).isEqualTo("success");
    assertThat(line.get("duration_ms").asDouble()).isPositive();
    assertThat(line.get("data").toString()).isEqualTo("{\"email\":\"[REDACTED]\"}");
    assertThat(line.has("error")).isFalse();
    assertThat(line.has("suppressed")).isFalse();
    JsonNode span = running.spans().get(1);
    assertThat(line.get("trace_id")).isEqualTo(span.get("traceId"));
    assertThat(line.get("span_id")).isEqualTo(span.get("spanId"));
    assertThat(running.scrape()).contains("customerio_agent_dropped_total{what=\"log\"} 0.0");
  }

  @Test
  void failedOperation() throws IOException {
    RunningTelemetry running = running();
    Call call = track(running, null);
    running.observer.exitClientMethod(call, null, new IllegalStateException("no a@example.com"));
    running.identify("jane@example.com", 429);

    JsonNode thrown = lines(2).get(0);
    assertThat(thrown.get("level").asText()).isEqualTo("error");
    assertThat(thrown.get("message").asText()).isEqualTo("Customer.io track failed");
    assertThat(thrown.get("result").asText()).isEqualTo("error");
    assertThat(thrown.has("data")).isFalse();
    assertThat(thrown.at("/error/type").asText()).isEqualTo("unknown");
    assertThat(thrown.at("/error/message").asText()).isEqualTo("no [REDACTED]");
    assertThat(thrown.at("/error/stack").asText())
        .startsWith("java.lang.IllegalStateException: no [REDACTED]\n\tat ");
    JsonNode answered = lines(2).get(1);
    assertThat(answered.get("userId").asText()).isEqualTo("8c87b489ce35cf2e");
    assertThat(answered.at("/error/type").asText()).isEqualTo("429");
    assertThat(answered.at("/error/message").asText()).isEqualTo("HTTP 429");
    assertThat(answered.path("error").has("stack")).isFalse();
  }

  @Test
  void webhooks() throws IOException {
    RunningTelemetry running = running();
    for (int i = 0; i < 2; i++) {
      byte[] body =
          "{\"event_id\":\"e1\",\"object_type\":\"email\",\"metric\":\"sent\",\"data\":{}}"
              .getBytes(UTF_8);
      WebhookRequest request =
          running.observer.webhooks().begin("/hooks", "x", "1", null, body.length);
      request.read(body, 0, body.length);
      request.answered(i == 0 ? 500 : 200);
      request.end();
    }
    // The event is sent and logged twice.
    JsonNode failed = lines(2).get(0);
    assertThat(failed.get("message").asText()).isEqualTo("Customer.io webhook failed");
    assertThat(failed.get("operation").asText()).isEqualTo("webhook");
    assertThat(failed.get("event_type").asText()).isEqualTo("email_sent");
    assertThat(failed.at("/error/type").asText()).isEqualTo("handler_error");
    assertThat(failed.at("/error/message").asText()).isEqualTo("the receiver returned status 500");
    assertThat(lines(2).get(1).get("message").asText()).isEqualTo("Customer.io webhook succeeded");
  }

  @Test
  void resultsAreLimitedSeparatelyAndSuppressedLinesAreCounted() throws IOException {
    RunningTelemetry running = running("log.rate-limit", "2");
    for (int i = 0; i < 5; i++) {
      running.identify("u1", 200);
    }
    running.identify("u1", 500);
    assertThat(lines(3))
        .extracting(line -> line.get("result").asText())
        .containsExactly("success", "success", "error");
  }

  @Test
  void everyOperationIsLoggedWithoutALimit() throws IOException {
    RunningTelemetry running = running("log.rate-limit", "0");
    for (int i = 0; i < 50; i++) {
      running.identify("u1", 200);
    }
    lines(50);
  }

  @Test
  void levelsFilterLines() throws IOException {
    for (String level : new String[] {"off", "error", "warn", "info"}) {
      RunningTelemetry running = running("log.level", level);
      running.identify(level, 200);
      running.identify(level, 500);
    }
    assertThat(lines(4))
        .extracting(line -> line.get("userId").asText() + " " + line.get("level").asText())
        .containsExactlyInAnyOrder("error error", "warn error", "info info", "info error");
  }

  @Test
  void debugLevelLogsEachRequest() throws IOException {
    RunningTelemetry running = running("log.level", "debug");
    running.call(Operation.IDENTIFY, "u1", null, 429, 200);
    List<JsonNode> lines = lines(3);
    assertThat(lines)
        .extracting(line -> line.get("level").asText() + " " + line.get("message").asText())
        .containsExactly(
            "debug Customer.io PUT /api/v1/customers/{identifier} returned 429",
            "debug Customer.io PUT /api/v1/customers/{identifier} returned 200",
            "info Customer.io identify succeeded");
    assertThat(lines.get(0).get("result").asText()).isEqualTo("error");
    assertThat(lines.get(0).at("/error/type").asText()).isEqualTo("429");
    assertThat(lines.get(0).get("trace_id")).isEqualTo(lines.get(2).get("trace_id"));
    assertThat(lines.get(0).get("span_id")).isNotEqualTo(lines.get(2).get("span_id"));
  }

  @Test
  void dataOfAnAsynchronousCallIsCopiedWhenTheMethodReturns() throws IOException {
    RunningTelemetry running = running();
    Map<String, Object> data = data("plan", "pro");
    CompletableFuture<Void> result = new CompletableFuture<>();
    Call call = track(running, data);
    running.observer.exitClientMethod(call, result, null);
    data.clear();
    result.complete(null);
    assertThat(lines(1).get(0).get("data").toString()).isEqualTo("{\"plan\":\"pro\"}");
    assertThat(call.data()).isInstanceOf(MaskedData.class);
  }

  @Test
  void dataOfSuppressedLinesIsNotRead() throws IOException {
    Map<String, Object> untouchable =
        new HashMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("looked at");
          }
        };
    RunningTelemetry off = running("log.level", "off");
    off.observer.exitClientMethod(track(off, untouchable), new CompletableFuture<>(), null);
    off.observer.exitClientMethod(track(off, untouchable), null, null);

    RunningTelemetry running = running("log.rate-limit", "1");
    running.identify("u1", 200);
    Call call = track(running, untouchable);
    running.exchange(200);
    running.observer.exitClientMethod(call, null, null);
    lines(1);
  }

  @Test
  void unreadableDataIsMarkedInItsLine() throws IOException {
    RunningTelemetry running = running();
    List<String> tags = new ArrayList<>(Arrays.asList("a", "b"));
    // The view of a list that has changed since throws ConcurrentModificationException.
    Map<String, Object> broken = Collections.singletonMap("tags", tags.subList(0, 1));
    tags.add("c");
    running.observer.exitClientMethod(track(running, broken), null, null);
    assertThat(lines(1).get(0).get("data").toString()).contains("[UNREADABLE]");
  }

  @Test
  void mapsOfTheApplicationAreNotRead() throws IOException {
    RunningTelemetry running = running();
    Map<String, Object> lazy =
        new HashMap<String, Object>() {
          @Override
          public Set<Entry<String, Object>> entrySet() {
            throw new AssertionError("it may load what is in it");
          }
        };
    running.observer.exitClientMethod(track(running, lazy), null, null);
    assertThat(lines(1).get(0).get("data").asText())
        .isEqualTo("[" + lazy.getClass().getName() + "]");
  }
}
