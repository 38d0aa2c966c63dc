package io.cioagent.core.oplog;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cioagent.core.call.Outcome;
import io.cioagent.core.config.LogLevel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineWriterTest {
  private final LineWriter writer = new LineWriter("shop", "test");

  private String line(LogRecord.Draft draft) throws IOException {
    return new String(writer.line(new LogRecord(draft)), UTF_8);
  }

  /** Asserts that the line is one valid object within the limit. */
  private JsonNode fitting(LogRecord.Draft draft) throws IOException {
    byte[] line = writer.line(new LogRecord(draft));
    assertThat(line.length).isLessThanOrEqualTo(16 * 1024);
    String text = new String(line, UTF_8);
    assertThat(text).endsWith("}\n").containsOnlyOnce("\n");
    return new ObjectMapper().readTree(text);
  }

  private static String repeated(String text, int times) {
    return String.join("", Collections.nCopies(times, text));
  }

  @Test
  void fieldsAreWrittenInOrder() throws IOException {
    LogRecord.Draft draft = SampleLogRecords.draft();
    draft.userId = "u1";
    draft.data = SampleLogRecords.data(Collections.singletonMap("plan", "pro"));
    draft.traceId = "0af7651916cd43dd8448eb211c80319c";
    draft.spanId = "b7ad6b7169203331";
    draft.tracerFields = Collections.singletonMap("dd.trace_id", "10");
    draft.suppressed = 3;
    assertThat(line(draft))
        .isEqualTo(
            "{\"timestamp\":\"1970-01-01T00:00:01.000Z\",\"level\":\"info\","
                + "\"logger\":\"customerio\",\"service\":\"shop\",\"environment\":\"test\","
                + "\"message\":\"Customer.io track succeeded\",\"operation\":\"track\","
                + "\"userId\":\"u1\",\"result\":\"success\",\"duration_ms\":12.345,"
                + "\"data\":{\"plan\":\"pro\"},"
                + "\"trace_id\":\"0af7651916cd43dd8448eb211c80319c\","
                + "\"span_id\":\"b7ad6b7169203331\",\"dd.trace_id\":\"10\",\"suppressed\":3}\n");
  }

  @Test
  void missingFieldsAreOmitted() throws IOException {
    LogRecord.Draft draft =
        new LogRecord.Draft(LogLevel.ERROR, Outcome.ERROR, "Customer.io webhook failed", 0, 0);
    draft.operation = "webhook";
    draft.eventType = "email_sent";
    draft.errorType = "handler_error";
    byte[] line = new LineWriter("shop", null).line(new LogRecord(draft));
    assertThat(new String(line, UTF_8))
        .isEqualTo(
            "{\"timestamp\":\"1970-01-01T00:00:00.000Z\",\"level\":\"error\","
                + "\"logger\":\"customerio\",\"service\":\"shop\","
                + "\"message\":\"Customer.io webhook failed\",\"operation\":\"webhook\","
                + "\"event_type\":\"email_sent\",\"result\":\"error\",\"duration_ms\":0.0,"
                + "\"error\":{\"type\":\"handler_error\"}}\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "\"", "\u00e4", "\u20ac", "\ud83d\ude00", "\u0001", "\ud83d"})
  void longDataIsCutAndMarked(String text) throws IOException {
    List<Object> many = new ArrayList<>();
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < 60; i++) {
      many.add(repeated(text, 90));
      map.put(repeated(text, 20) + i, repeated(text, 100));
    }
    for (Object data : Arrays.asList(many, map, Collections.singletonList(map))) {
      LogRecord.Draft draft = SampleLogRecords.draft();
      draft.data = SampleLogRecords.data(data);
      JsonNode cut = fitting(draft);
      if (text.getBytes(UTF_8).length > 2 || "\u0001".equals(text)) {
        assertThat(cut.get("data").toString()).contains("[CUT]");
      }
    }
  }

  @Test
  void dataMayFillTheLine() throws IOException {
    LogRecord.Draft draft = SampleLogRecords.draft();
    draft.data =
        SampleLogRecords.data(Arrays.asList(repeated("x", 8000), repeated("x", 8000), "end"));
    assertThat(writer.line(new LogRecord(draft)).length).isGreaterThan(15 * 1024);
    JsonNode data = fitting(draft).get("data");
    assertThat(data.get(0).asText()).hasSize(8000);
    assertThat(data.get(1).asText()).endsWith("x...");
    assertThat(data.get(2).asText()).isEqualTo("[CUT]");
  }

  @Test
  void errorKeepsItsShareOfTheLine() throws IOException {
    LogRecord.Draft draft = SampleLogRecords.draft();
    draft.data = SampleLogRecords.data(Arrays.asList(repeated("x", 8000), repeated("x", 8000)));
    draft.errorType = "unknown";
    draft.errorMessage = repeated("\u20ac", 8000);
    draft.errorStack = repeated("\tat somewhere\n", 600);
    JsonNode line = fitting(draft);
    assertThat(line.at("/error/message").asText()).endsWith("...").hasSizeGreaterThan(1000);
    assertThat(line.at("/error/stack").asText()).endsWith("...").hasSizeGreaterThan(3000);
    assertThat(line.at("/data/0").asText()).hasSizeGreaterThan(7000);
  }

  @Test
  void numbersAreWrittenAsNumbers() throws IOException {
    LogRecord.Draft draft = SampleLogRecords.draft();
    draft.data =
        SampleLogRecords.data(
            Arrays.asList(
                1,
                2L,
                0.5,
                0.5f,
                new java.math.BigDecimal("1E+400"),
                java.math.BigInteger.TEN,
                true,
                null,
                Double.NaN));
    assertThat(line(draft)).contains("\"data\":[1,2,0.5,0.5,1E+400,10,true,null,\"NaN\"]");
  }
}
