package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.call.Call;
import io.cioagent.core.export.CapturedConsole;
import io.cioagent.core.operation.Operation;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The contents of log records; their export is tested with the exporters. */
class PushedLogTest {

  @Test
  @Timeout(20)
  void recordHasDataErrorAndSpan() throws IOException {
    JsonNode record;
    String spanId;
    try (CapturedConsole error = CapturedConsole.start()) {
      RunningTelemetry running =
          new RunningTelemetry("otel.logs.exporter", "console", "otel.blrp.schedule.delay", "1");
      Map<String, Object> data = new LinkedHashMap<>();
      data.put("plan", "gold");
      data.put("email", "jane@acme.example");
      data.put("seats", 3);
      data.put("price", 9.5);
      data.put("tags", Arrays.asList("a", true, null));
      Call call =
          running.observer.enterClientMethod(Operation.TRACK, false, null, "u1", "bought", data);
      running.observer.exitClientMethod(call, null, new IOException("no jane@acme.example"));
      spanId = running.spans().get(0).get("spanId").asText();
      record = record(error);
    }
    assertThat(record.get("severityText").asText()).isEqualTo("error");
    assertThat(record.get("spanId").asText()).isEqualTo(spanId);
    assertThat(record.path("body").path("stringValue").asText())
        .isEqualTo("Customer.io track failed");
    Map<String, JsonNode> attributes = fields(record.get("attributes"));
    assertThat(attributes.get("customerio.operation").asText()).isEqualTo("track");
    assertThat(attributes.get("customerio.user.id").asText()).isEqualTo("u1");
    assertThat(attributes.get("customerio.result").asText()).isEqualTo("error");
    assertThat(attributes.get("customerio.duration_ms").asDouble()).isPositive();
    assertThat(attributes.get("error.type").asText()).isEqualTo("io");
    assertThat(attributes.get("exception.message").asText()).isEqualTo("no [REDACTED]");
    assertThat(attributes.get("exception.stacktrace").asText())
        .contains("recordHasDataErrorAndSpan")
        .doesNotContain("jane");
    Map<String, JsonNode> fields = fields(attributes.get("customerio.data").get("values"));
    assertThat(fields.get("plan").asText()).isEqualTo("gold");
    assertThat(fields.get("email").asText()).isEqualTo("[REDACTED]");
    assertThat(fields.get("seats").asLong()).isEqualTo(3);
    assertThat(fields.get("price").asDouble()).isEqualTo(9.5);
    assertThat(fields.get("tags").get("values").get(1).get("boolValue").asBoolean()).isTrue();
  }

  private static JsonNode record(CapturedConsole error) throws IOException {
    while (true) {
      for (String line : error.text().split("\n", -1)) {
        if (line.startsWith("{\"resourceLogs\"")) {
          return new ObjectMapper().readTree(line).at("/resourceLogs/0/scopeLogs/0/logRecords/0");
        }
      }
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The values by name: a number, a text, or the object of a list or map. */
  private static Map<String, JsonNode> fields(JsonNode keyValues) {
    Map<String, JsonNode> fields = new HashMap<>();
    for (JsonNode each : keyValues) {
      fields.put(each.get("key").asText(), each.get("value").elements().next());
    }
    return fields;
  }
}
