package io.cioagent.core.export;

import io.cioagent.core.config.OtlpTarget;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.common.ComponentLoader;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporter;
import io.opentelemetry.exporter.otlp.http.logs.OtlpHttpLogRecordExporterBuilder;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporter;
import io.opentelemetry.exporter.otlp.http.metrics.OtlpHttpMetricExporterBuilder;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;
import io.opentelemetry.sdk.logs.export.LogRecordExporter;
import io.opentelemetry.sdk.metrics.export.AggregationTemporalitySelector;
import io.opentelemetry.sdk.metrics.export.MetricExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.time.Duration;
import java.util.Collections;

/** Creates the SDK's OTLP exporters with the agent's own sender. */
final class Otlp {
  private static final String GZIP = "gzip";
  private static final String NONE = "none";

  private final ComponentLoader senders;

  Otlp(Lifetime lifetime, Outages outages) {
    HttpSenderProvider provider = config -> new CollectorSender(config, lifetime, outages);
    senders =
        new ComponentLoader() {
          @Override
          public <T> Iterable<T> load(Class<T> service) {
            return service == HttpSenderProvider.class
                ? Collections.singleton(service.cast(provider))
                : Collections.emptyList();
          }
        };
  }

  /**
   * @param mostMillis the maximum time for one export, even if the target allows more
   */
  SpanExporter spans(OtlpTarget target, long mostMillis) {
    OtlpHttpSpanExporterBuilder builder =
        OtlpHttpSpanExporter.builder()
            .setComponentLoader(senders)
            .setMeterProvider(MeterProvider.noop())
            .setEndpoint(target.endpoint().toString())
            .setTimeout(timeout(target, mostMillis))
            .setCompression(target.gzip() ? GZIP : NONE);
    target.headers().forEach(builder::addHeader);
    if (target.certificates() != null) {
      builder.setTrustedCertificates(target.certificates());
    }
    if (target.clientKey() != null) {
      builder.setClientTls(target.clientKey(), target.clientCertificates());
    }
    return builder.build();
  }

  MetricExporter metrics(
      OtlpTarget target, long mostMillis, AggregationTemporalitySelector temporality) {
    OtlpHttpMetricExporterBuilder builder =
        OtlpHttpMetricExporter.builder()
            .setComponentLoader(senders)
            .setMeterProvider(MeterProvider.noop())
            .setAggregationTemporalitySelector(temporality)
            .setEndpoint(target.endpoint().toString())
            .setTimeout(timeout(target, mostMillis))
            .setCompression(target.gzip() ? GZIP : NONE);
    target.headers().forEach(builder::addHeader);
    if (target.certificates() != null) {
      builder.setTrustedCertificates(target.certificates());
    }
    if (target.clientKey() != null) {
      builder.setClientTls(target.clientKey(), target.clientCertificates());
    }
    return builder.build();
  }

  LogRecordExporter logs(OtlpTarget target, long mostMillis) {
    OtlpHttpLogRecordExporterBuilder builder =
        OtlpHttpLogRecordExporter.builder()
            .setComponentLoader(senders)
            .setMeterProvider(MeterProvider.noop())
            .setEndpoint(target.endpoint().toString())
            .setTimeout(timeout(target, mostMillis))
            .setCompression(target.gzip() ? GZIP : NONE);
    target.headers().forEach(builder::addHeader);
    if (target.certificates() != null) {
      builder.setTrustedCertificates(target.certificates());
    }
    if (target.clientKey() != null) {
      builder.setClientTls(target.clientKey(), target.clientCertificates());
    }
    return builder.build();
  }

  private static Duration timeout(OtlpTarget target, long mostMillis) {
    return Duration.ofMillis(Math.min(target.timeoutMillis(), mostMillis));
  }
}
