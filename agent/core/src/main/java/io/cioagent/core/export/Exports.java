package io.cioagent.core.export;

import io.cioagent.core.config.BatchLimits;
import io.cioagent.core.config.ExportSettings;
import io.cioagent.core.config.OtlpTarget;
import io.cioagent.core.config.Signal;
import io.cioagent.core.privacy.MaskedText;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.common.InternalTelemetryVersion;
import io.opentelemetry.sdk.logs.SdkLoggerProvider;
import io.opentelemetry.sdk.logs.SdkLoggerProviderBuilder;
import io.opentelemetry.sdk.logs.export.BatchLogRecordProcessor;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.SdkMeterProviderBuilder;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.metrics.export.PeriodicMetricReader;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds the exporters in the settings to the SDK. */
public final class Exports {
  private static final Logger LOGGER = LoggerFactory.getLogger(Exports.class);

  private final ExportSettings settings;
  private final Lifetime lifetime = new Lifetime();
  private final Otlp otlp = new Otlp(lifetime, new Outages(System::nanoTime));

  public Exports(ExportSettings settings) {
    this.settings = settings;
  }

  /** Adds the metric exporters. */
  public void addTo(SdkMeterProviderBuilder meters) {
    String preference = settings.temporality();
    if (preference == null) {
      return;
    }
    AggregationTemporalitySelector temporality = temporality(preference);
    Consumer<MetricExporter> add =
        exporter ->
            meters.registerMetricReader(
                PeriodicMetricReader.builder(exporter)
                    .setInterval(settings.metricIntervalMillis(), TimeUnit.MILLISECONDS)
                    // Otherwise it adds its own metric to those of the agent.
                    .setInternalTelemetryVersion(InternalTelemetryVersion.LEGACY)
                    .build());
    addOtlp(
        Signal.METRICS,
        target -> add.accept(otlp.metrics(target, settings.metricTimeoutMillis(), temporality)));
    if (settings.console(Signal.METRICS)) {
      add.accept(new Console.Metrics(temporality));
    }
  }

  /**
   * What exports spans; empty where none are exported.
   *
   * @param dropped returns the task to run for each dropped item, by kind of item
   */
  public List<SpanProcessor> spanProcessors(Function<String, Runnable> dropped) {
    List<SpanProcessor> processors = new ArrayList<>();
    BatchLimits limits = settings.spans();
    if (limits == null) {
      return processors;
    }
    Runnable drop = dropped.apply("spans");
    addOtlp(
        Signal.TRACES,
        target ->
            processors.add(processor(otlp.spans(target, limits.timeoutMillis()), limits, drop)));
    if (settings.console(Signal.TRACES)) {
      processors.add(processor(new Console.Spans(), limits, drop));
    }
    return processors;
  }

  private static BoundedSpans processor(SpanExporter exporter, BatchLimits limits, Runnable drop) {
    AtomicInteger waiting = new AtomicInteger();
    return new BoundedSpans(
        limits.queueSize(),
        drop,
        waiting,
        BatchSpanProcessor.builder(BoundedSpans.counting(waiting, exporter))
            .setScheduleDelay(limits.delayMillis(), TimeUnit.MILLISECONDS)
            .setMaxQueueSize(limits.queueSize())
            .setMaxExportBatchSize(limits.batchSize())
            .setExporterTimeout(limits.timeoutMillis(), TimeUnit.MILLISECONDS)
            .build());
  }

  /**
   * The provider that exports log records, if any are exported.
   *
   * @param dropped returns the task to run for each dropped item, by kind of item
   */
  public @Nullable SdkLoggerProvider loggers(
      Resource resource, Function<String, Runnable> dropped) {
    BatchLimits limits = settings.logs();
    if (limits == null) {
      return null;
    }
    SdkLoggerProviderBuilder loggers = SdkLoggerProvider.builder().setResource(resource);
    Runnable drop = dropped.apply("log_records");
    Consumer<LogRecordExporter> add =
        exporter -> loggers.addLogRecordProcessor(processor(exporter, limits, drop));
    addOtlp(Signal.LOGS, target -> add.accept(otlp.logs(target, limits.timeoutMillis())));
    if (settings.console(Signal.LOGS)) {
      add.accept(new Console.Logs());
    }
    return loggers.build();
  }

  private static BoundedLogRecords processor(
      LogRecordExporter exporter, BatchLimits limits, Runnable drop) {
    AtomicInteger waiting = new AtomicInteger();
    return new BoundedLogRecords(
        limits.queueSize(),
        drop,
        waiting,
        BatchLogRecordProcessor.builder(BoundedLogRecords.counting(waiting, exporter))
            .setScheduleDelay(limits.delayMillis(), TimeUnit.MILLISECONDS)
            .setMaxQueueSize(limits.queueSize())
            .setMaxExportBatchSize(limits.batchSize())
            .setExporterTimeout(limits.timeoutMillis(), TimeUnit.MILLISECONDS)
            .build());
  }

  /** Allows use of the network, which might initialize java.util.logging too early otherwise. */
  public void open() {
    lifetime.open();
  }

  /** Ends all waiting: items that cannot be exported at once are lost. */
  void end() {
    lifetime.end();
  }

  /** Exports queued items at JVM exit, until a deadline. */
  public void flushAtExit(List<Supplier<CompletableResultCode>> flushes, long deadlineNanos) {
    new FlushAtExit(lifetime, flushes).run(deadlineNanos);
  }

  private void addOtlp(Signal signal, Consumer<OtlpTarget> add) {
    OtlpTarget target = settings.target(signal);
    if (target == null) {
      return;
    }
    try {
      add.accept(target);
    } catch (RuntimeException e) {
      // A file without a certificate or key.
      LOGGER.warn(
          "Cannot export {}: {}. Check otel.exporter.otlp.certificate, client.key and"
              + " client.certificate.",
          signal.items(),
          MaskedText.of(String.valueOf(e.getMessage())));
    }
  }

  private static AggregationTemporalitySelector temporality(String preference) {
    switch (preference) {
      case "delta":
        return AggregationTemporalitySelector.deltaPreferred();
      case "lowmemory":
        return AggregationTemporalitySelector.lowMemory();
      default:
        return AggregationTemporalitySelector.alwaysCumulative();
    }
  }
}
