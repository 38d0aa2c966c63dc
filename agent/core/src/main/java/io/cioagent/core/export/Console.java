package io.cioagent.core.export;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.otlp.logs.LogsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.metrics.MetricsRequestMarshaler;
import io.opentelemetry.exporter.internal.otlp.traces.TraceRequestMarshaler;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.logs.data.LogRecordData;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.io.ByteArrayOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Collection;

/**
 * Prints each export as one line of OTLP/JSON to the process's standard error. The SDK's own
 * console exporters use java.util.logging, which belongs to the application.
 */
final class Console {
  /** Not System.err, which the application may replace. Never closed; replaced only in tests. */
  static volatile OutputStream standardError = new FileOutputStream(FileDescriptor.err);

  private Console() {}

  /** Internal classes of the SDK write OTLP/JSON, as no public class does. */
  private static CompletableResultCode print(Marshaler request) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      request.writeJsonTo(line);
      line.write('\n');
      // A single write, so that other output cannot interrupt the line.
      standardError.write(line.toByteArray());
    } catch (IOException e) {
      return CompletableResultCode.ofExceptionalFailure(e);
    }
    return CompletableResultCode.ofSuccess();
  }

  /** Prints spans. */
  static final class Spans implements SpanExporter {
    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
      return print(TraceRequestMarshaler.create(spans));
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** Prints metrics. */
  static final class Metrics implements MetricExporter {
    private final AggregationTemporalitySelector temporality;

    Metrics(AggregationTemporalitySelector temporality) {
      this.temporality = temporality;
    }

    @Override
    public CompletableResultCode export(Collection<MetricData> metrics) {
      return print(MetricsRequestMarshaler.create(metrics));
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
      return temporality.getAggregationTemporality(instrumentType);
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }

  /** Prints log records. */
  static final class Logs implements LogRecordExporter {
    @Override
    public CompletableResultCode export(Collection<LogRecordData> records) {
      return print(LogsRequestMarshaler.create(records));
    }

    @Override
    public CompletableResultCode flush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }
  }
}
