package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.DoubleHistogramBuilder;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Metrics in one copy of the API; versions before 1.10 have none. */
class ApplicationMetrics {

  /** Counts nothing. */
  private static final ApplicationMetrics NONE = new ApplicationMetrics();

  static ApplicationMetrics of(String scope) {
    try {
      return new Instruments(scope);
    } catch (LinkageError e) {
      return NONE;
    }
  }

  void declareCounter(String name, String description) {}

  void declareHistogram(String name, String unit, String description, List<Double> bounds) {}

  void count(String name, long value, Object[] attributes, TraceParent exemplar) {}

  void record(String name, double value, Object[] attributes, TraceParent exemplar) {}

  /** By the API of 1.10 and later. */
  private static final class Instruments extends ApplicationMetrics {
    private final Meter meter;
    private final Map<String, LongCounter> counters = new ConcurrentHashMap<>();
    private final Map<String, DoubleHistogram> histograms = new ConcurrentHashMap<>();

    Instruments(String scope) {
      meter = GlobalOpenTelemetry.getMeter(scope);
    }

    @Override
    void declareCounter(String name, String description) {
      counters.put(name, meter.counterBuilder(name).setDescription(description).build());
    }

    @Override
    void declareHistogram(String name, String unit, String description, List<Double> bounds) {
      DoubleHistogramBuilder builder = meter.histogramBuilder(name).setDescription(description);
      if (!unit.isEmpty()) {
        // Some versions complain, with a stack trace, of a unit that is empty.
        builder.setUnit(unit);
      }
      try {
        builder.setExplicitBucketBoundariesAdvice(bounds);
      } catch (LinkageError e) {
        // Before 1.32 the application's own views decide.
      }
      histograms.put(name, builder.build());
    }

    @Override
    void count(String name, long value, Object[] attributes, TraceParent exemplar) {
      LongCounter counter = counters.get(name);
      if (counter != null) {
        counter.add(value, StartedSpan.attributes(attributes), StartedSpan.context(exemplar));
      }
    }

    @Override
    void record(String name, double value, Object[] attributes, TraceParent exemplar) {
      DoubleHistogram histogram = histograms.get(name);
      if (histogram != null) {
        histogram.record(value, StartedSpan.attributes(attributes), StartedSpan.context(exemplar));
      }
    }
  }
}
