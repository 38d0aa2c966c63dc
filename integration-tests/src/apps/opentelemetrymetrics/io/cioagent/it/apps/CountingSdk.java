package io.cioagent.it.apps;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.metrics.InstrumentType;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.metrics.data.AggregationTemporality;
import io.opentelemetry.sdk.metrics.data.HistogramPointData;
import io.opentelemetry.sdk.metrics.data.LongPointData;
import io.opentelemetry.sdk.metrics.data.MetricData;
import io.opentelemetry.sdk.metrics.export.CollectionRegistration;
import io.opentelemetry.sdk.metrics.export.MetricReader;

/** The application's own SDK, whose metrics can be looked at. */
public final class CountingSdk {

  private volatile CollectionRegistration registration;

  /** Makes it the one that the API hands to everybody. */
  public String configure() {
    OpenTelemetrySdk.builder()
        .setMeterProvider(SdkMeterProvider.builder().registerMetricReader(new Reader()).build())
        .buildAndRegisterGlobal();
    return "configured";
  }

  /** The operations that are over, and the bounds of their histogram. */
  public String counted() {
    StringBuilder text = new StringBuilder();
    for (MetricData metric : registration.collectAllMetrics()) {
      if (metric.getName().equals("customerio.api.requests")) {
        for (LongPointData point : metric.getLongSumData().getPoints()) {
          Attributes labels = point.getAttributes();
          text.append(labels.get(AttributeKey.stringKey("operation")))
              .append(' ')
              .append(labels.get(AttributeKey.stringKey("status")))
              .append(' ')
              .append(point.getValue())
              .append(';');
        }
      } else if (metric.getName().equals("customerio.api.latency.ms")) {
        for (HistogramPointData point : metric.getHistogramData().getPoints()) {
          text.append("bounds ").append(point.getBoundaries()).append(';');
        }
      }
    }
    return text.toString();
  }

  private final class Reader implements MetricReader {
    @Override
    public void register(CollectionRegistration given) {
      registration = given;
    }

    @Override
    public CompletableResultCode forceFlush() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public CompletableResultCode shutdown() {
      return CompletableResultCode.ofSuccess();
    }

    @Override
    public AggregationTemporality getAggregationTemporality(InstrumentType instrumentType) {
      return AggregationTemporality.CUMULATIVE;
    }
  }
}
