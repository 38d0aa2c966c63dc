package io.cioagent.core.metrics;

import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import java.util.List;
import java.util.function.Consumer;

/** Measures with the agent's own SDK. */
public final class SdkInstruments implements Instruments {
  private final Meter meter;

  public SdkInstruments(Meter meter) {
    this.meter = meter;
  }

  @Override
  public Counter counter(String name, String description) {
    return meter.counterBuilder(name).setDescription(description).build()::add;
  }

  @Override
  public Histogram histogram(String name, String unit, String description, List<Double> bounds) {
    return meter
            .histogramBuilder(name)
            .setUnit(unit)
            .setDescription(description)
            .setExplicitBucketBoundariesAdvice(bounds)
            .build()
        ::record;
  }

  @Override
  public void gauge(String name, String description, Consumer<ObservableDoubleMeasurement> read) {
    meter.gaugeBuilder(name).setDescription(description).buildWithCallback(read);
  }
}
