package io.cioagent.core.export;

import io.cioagent.core.config.LogLevel;
import io.cioagent.core.event.HttpAttributes;
import io.cioagent.core.event.SpanAttributes;
import io.cioagent.core.event.SpanContexts;
import io.cioagent.core.event.SpanHolder;
import io.cioagent.core.oplog.LogRecord;
import io.cioagent.core.oplog.LogSink;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Value;
import io.opentelemetry.api.logs.LogRecordBuilder;
import io.opentelemetry.api.logs.Logger;
import io.opentelemetry.api.logs.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Writes the operation log as OpenTelemetry log records, with the attribute names of spans. */
public final class PushedLog implements LogSink {
  private static final AttributeKey<String> RESULT = AttributeKey.stringKey("customerio.result");
  private static final AttributeKey<Double> DURATION =
      AttributeKey.doubleKey("customerio.duration_ms");
  private static final AttributeKey<Value<?>> DATA = AttributeKey.valueKey("customerio.data");
  private static final AttributeKey<Long> SUPPRESSED =
      AttributeKey.longKey("customerio.suppressed");
  private static final double NANOS_PER_MILLISECOND = TimeUnit.MILLISECONDS.toNanos(1);

  private final Logger logger;

  public PushedLog(Logger logger) {
    this.logger = logger;
  }

  /** Always true: the queue of the exporter counts dropped records. */
  @Override
  public boolean hasRoom() {
    return true;
  }

  @Override
  public boolean accept(LogRecord record) {
    LogRecordBuilder building =
        logger
            .logRecordBuilder()
            .setTimestamp(record.epochMillis(), TimeUnit.MILLISECONDS)
            .setContext(SpanHolder.empty())
            .setSeverity(severity(record.level()))
            .setSeverityText(record.level().value())
            .setBody(record.message())
            .setAttribute(RESULT, record.result())
            .setAttribute(DURATION, record.durationNanos() / NANOS_PER_MILLISECOND);
    String traceId = record.traceId();
    String spanId = record.spanId();
    if (traceId != null && spanId != null) {
      building.setContext(SpanContexts.context(traceId, spanId, record.isSampled()));
    }
    set(building, SpanAttributes.APPLICATION, record.application());
    set(building, SpanAttributes.OPERATION, record.operation());
    set(building, SpanAttributes.USER_ID, record.userId());
    set(building, SpanAttributes.EVENT_TYPE, record.eventType());
    set(building, HttpAttributes.ERROR_TYPE, record.errorType());
    set(building, SpanAttributes.EXCEPTION_MESSAGE, record.errorMessage());
    set(building, SpanAttributes.EXCEPTION_STACKTRACE, record.errorStack());
    record.tracerFields().forEach(building::setAttribute);
    if (record.data() != null) {
      building.setAttribute(DATA, value(record.data().tree()));
    }
    if (record.suppressed() > 0) {
      building.setAttribute(SUPPRESSED, record.suppressed());
    }
    building.emit();
    return true;
  }

  private static void set(
      LogRecordBuilder building, AttributeKey<String> name, @Nullable String value) {
    if (value != null) {
      building.setAttribute(name, value);
    }
  }

  private static Severity severity(LogLevel level) {
    switch (level) {
      case DEBUG:
        return Severity.DEBUG;
      case WARN:
        return Severity.WARN;
      case ERROR:
        return Severity.ERROR;
      default:
        return Severity.INFO;
    }
  }

  private static Value<?> value(@Nullable Object tree) {
    if (tree == null) {
      return Value.empty();
    }
    if (tree instanceof Map) {
      Map<String, Value<?>> fields = new LinkedHashMap<>();
      for (Map.Entry<?, ?> field : ((Map<?, ?>) tree).entrySet()) {
        fields.put((String) field.getKey(), value(field.getValue()));
      }
      return Value.of(fields);
    }
    if (tree instanceof List) {
      List<Value<?>> values = new ArrayList<>();
      for (Object each : (List<?>) tree) {
        values.add(value(each));
      }
      return Value.of(values);
    }
    if (tree instanceof Boolean) {
      return Value.of((boolean) tree);
    }
    if (tree instanceof Double || tree instanceof Float) {
      return Value.of(((Number) tree).doubleValue());
    }
    boolean whole =
        tree instanceof Long
            || tree instanceof Integer
            || tree instanceof Short
            || tree instanceof Byte;
    // A number of java.math may not fit a long or double, so it is exported as text.
    return whole ? Value.of(((Number) tree).longValue()) : Value.of(tree.toString());
  }
}
