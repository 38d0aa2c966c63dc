package io.cioagent.core.oplog;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes records in the format of the contract: one JSON object per line, at most 16 KiB with its
 * line feed. If a record is longer, first the stack trace is cut, then the data.
 */
final class LineWriter {
  static final int LONGEST_LINE = 16 * 1024;

  /** Bytes for names, quotes, numbers and times: everything besides texts and data. */
  private static final int FRAME = 512;

  private static final int LONGEST_NAME = 256;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final double MICROS_PER_MILLISECOND = 1000;

  private final JsonFactory json = new JsonFactory();
  private final @Nullable String service;
  private final @Nullable String environment;

  /**
   * @param environment null for none
   */
  LineWriter(String service, @Nullable String environment) {
    this.service = JsonText.cut(service, LONGEST_NAME);
    this.environment = JsonText.cut(environment, LONGEST_NAME);
  }

  /** The line in UTF-8 with its line feed. */
  byte[] line(LogRecord record) throws IOException {
    StringWriter text = new StringWriter(512);
    try (JsonGenerator out = json.createGenerator(text)) {
      out.writeStartObject();
      int left = LONGEST_LINE - FRAME - head(out, record);
      int errorBytes =
          JsonText.length(record.errorType())
              + JsonText.length(record.errorMessage())
              + JsonText.length(record.errorStack());
      if (record.data() != null) {
        out.writeFieldName("data");
        left -= new DataWriter(out).write(record.data(), Math.max(left - errorBytes, left / 2));
      }
      if (record.errorType() != null) {
        error(out, record, left);
      }
      text(out, "trace_id", record.traceId());
      text(out, "span_id", record.spanId());
      for (Map.Entry<String, String> field : record.tracerFields().entrySet()) {
        text(out, field.getKey(), field.getValue());
      }
      if (record.suppressed() > 0) {
        out.writeNumberField("suppressed", record.suppressed());
      }
      out.writeEndObject();
    }
    // An unpaired surrogate becomes a question mark here; a byte-based generator would throw.
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Returns the number of bytes of the texts. */
  private int head(JsonGenerator out, LogRecord record) throws IOException {
    out.writeStringField("timestamp", TIME.format(Instant.ofEpochMilli(record.epochMillis())));
    out.writeStringField("level", record.level().value());
    out.writeStringField("logger", "customerio");
    int bytes = text(out, "service", service);
    bytes += text(out, "environment", environment);
    bytes += text(out, "application", record.application());
    bytes += text(out, "message", JsonText.cut(record.message(), LONGEST_NAME));
    bytes += text(out, "operation", record.operation());
    bytes += text(out, "event_type", record.eventType());
    bytes += text(out, "userId", record.userId());
    out.writeStringField("result", record.result());
    out.writeNumberField(
        "duration_ms",
        TimeUnit.NANOSECONDS.toMicros(record.durationNanos()) / MICROS_PER_MILLISECOND);
    return bytes;
  }

  private static void error(JsonGenerator out, LogRecord record, int room) throws IOException {
    out.writeObjectFieldStart("error");
    int left = room - text(out, "type", record.errorType());
    left -= text(out, "message", JsonText.cut(record.errorMessage(), left / 2));
    text(out, "stack", JsonText.cut(record.errorStack(), left));
    out.writeEndObject();
  }

  /** Returns the number of bytes of the text. */
  private static int text(JsonGenerator out, String name, @Nullable String value)
      throws IOException {
    if (value != null) {
      out.writeStringField(name, value);
    }
    return JsonText.length(value);
  }
}
