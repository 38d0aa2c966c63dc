package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.it.harness.RunningJvm;
import java.util.List;

/** The operation log. */
public final class OperationLog {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OperationLog() {}

  /** Those on standard error. */
  public static List<JsonNode> of(RunningJvm jvm) {
    return parse(jvm.operationLog());
  }

  public static List<JsonNode> parse(List<String> lines) {
    return lines.stream().map(OperationLog::parse).toList();
  }

  private static JsonNode parse(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }

  /** What holds for the lines of every application: whole, bounded, and nothing leaked. */
  public static void assertSound(RunningJvm jvm) {
    for (JsonNode line : of(jvm)) {
      assertThat(line.path("logger").asText()).as("logger of %s", line).isEqualTo("customerio");
      assertThat(line.path("result").asText())
          .as("result of %s", line)
          .isIn("success", "error", "unknown");
      assertThat(line.has("error"))
          .as("an error in %s", line)
          .isEqualTo(line.get("result").asText().equals("error"));
      assertThat(line.path("trace_id").asText()).as("trace of %s", line).hasSize(32);
    }
    assertThat(jvm.operationLog()).allMatch(line -> line.length() < 16 * 1024);
    Leaks.assertNone("operation log", String.join("\n", jvm.operationLog()));
  }
}
