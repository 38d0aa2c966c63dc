package io.cioagent.core.telemetry;

import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleCounterBuilder;
import io.opentelemetry.api.metrics.DoubleGaugeBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongCounterBuilder;
import io.opentelemetry.api.metrics.LongHistogramBuilder;
import io.opentelemetry.api.metrics.LongUpDownCounterBuilder;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.metrics.MeterProvider;
import io.opentelemetry.api.metrics.ObservableLongCounter;
import io.opentelemetry.api.metrics.ObservableLongMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Counters and histograms in the application's own OpenTelemetry; other instruments are none. */
final class ApplicationMeter implements Meter {
  private static final Meter NONE = MeterProvider.noop().get("none");

  private final Supplier<ApplicationTelemetry> application;

  /**
   * @param application answers null once the application is gone
   */
  ApplicationMeter(Supplier<ApplicationTelemetry> application) {
    this.application = application;
  }

  /** Names and values in turns. */
  static Object[] flat(Attributes attributes) {
    List<Object> flat = new ArrayList<>(attributes.size() * 2);
    attributes.forEach(
        (key, value) -> {
          flat.add(key.getKey());
          flat.add(value instanceof Long ? value : String.valueOf(value));
        });
    return flat.toArray();
  }

  private static TraceParent exemplar(Context context) {
    return Parents.of(Span.fromContext(context).getSpanContext());
  }

  @Override
  public LongCounterBuilder counterBuilder(String name) {
    return new CounterBuilder(name);
  }

  @Override
  public DoubleHistogramBuilder histogramBuilder(String name) {
    return new HistogramBuilder(name);
  }

  @Override
  public LongUpDownCounterBuilder upDownCounterBuilder(String name) {
    return NONE.upDownCounterBuilder(name);
  }

  @Override
  public DoubleGaugeBuilder gaugeBuilder(String name) {
    return NONE.gaugeBuilder(name);
  }

  private final class CounterBuilder implements LongCounterBuilder {
    private final String name;
    private String description = "";

    CounterBuilder(String name) {
      this.name = name;
    }

    @Override
    public LongCounterBuilder setDescription(String text) {
      description = text;
      return this;
    }

    @Override
    public LongCounterBuilder setUnit(String unit) {
      return this;
    }

    @Override
    public DoubleCounterBuilder ofDoubles() {
      return NONE.counterBuilder(name).ofDoubles();
    }

    @Override
    public LongCounter build() {
      ApplicationTelemetry declared = application.get();
      if (declared != null) {
        declared.declareCounter(name, description);
      }
      return new Counter(name);
    }

    @Override
    public ObservableLongCounter buildWithCallback(Consumer<ObservableLongMeasurement> callback) {
      return NONE.counterBuilder(name).buildWithCallback(callback);
    }
  }

  private final class Counter implements LongCounter {
    private final String name;

    Counter(String name) {
      this.name = name;
    }

    @Override
    public void add(long value) {
      add(value, Attributes.empty());
    }

    @Override
    public void add(long value, Attributes attributes) {
      add(value, attributes, SpanHolder.empty());
    }

    @Override
    public void add(long value, Attributes attributes, Context context) {
      ApplicationTelemetry counting = application.get();
      if (counting != null) {
        counting.count(name, value, flat(attributes), exemplar(context));
      }
    }
  }

  private final class HistogramBuilder implements DoubleHistogramBuilder {
    private final String name;
    private String description = "";
    private String unit = "";
    private List<Double> bounds = Collections.emptyList();

    HistogramBuilder(String name) {
      this.name = name;
    }

    @Override
    public DoubleHistogramBuilder setDescription(String text) {
      description = text;
      return this;
    }

    @Override
    public DoubleHistogramBuilder setUnit(String text) {
      unit = text;
      return this;
    }

    @Override
    public DoubleHistogramBuilder setExplicitBucketBoundariesAdvice(List<Double> list) {
      bounds = list;
      return this;
    }

    @Override
    public LongHistogramBuilder ofLongs() {
      return NONE.histogramBuilder(name).ofLongs();
    }

    @Override
    public DoubleHistogram build() {
      ApplicationTelemetry declared = application.get();
      if (declared != null) {
        declared.declareHistogram(name, unit, description, bounds);
      }
      return new Histogram(name);
    }
  }

  private final class Histogram implements DoubleHistogram {
    private final String name;

    Histogram(String name) {
      this.name = name;
    }

    @Override
    public void record(double value) {
      record(value, Attributes.empty());
    }

    @Override
    public void record(double value, Attributes attributes) {
      record(value, attributes, SpanHolder.empty());
    }

    @Override
    public void record(double value, Attributes attributes, Context context) {
      ApplicationTelemetry recording = application.get();
      if (recording != null) {
        recording.record(name, value, flat(attributes), exemplar(context));
      }
    }
  }
}
