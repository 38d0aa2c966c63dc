package io.cioagent.core.metrics;

import io.cioagent.core.event.FlatAttributes;
import io.cioagent.core.event.SpanContexts;
import io.cioagent.core.tracing.ApplicationTelemetry;
import io.cioagent.core.tracing.TraceParent;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Measures with the application's OpenTelemetry; gauges of the agent itself are left out. */
public final class ApplicationInstruments implements Instruments {
  private final Supplier<@Nullable ApplicationTelemetry> application;

  /**
   * @param application gives null once the application is gone
   */
  public ApplicationInstruments(Supplier<@Nullable ApplicationTelemetry> application) {
    this.application = application;
  }

  @Override
  public Counter counter(String name, String description) {
    ApplicationTelemetry declared = application.get();
    if (declared != null) {
      declared.declareCounter(name, description);
    }
    return (value, attributes, span) -> {
      ApplicationTelemetry counting = application.get();
      if (counting != null) {
        counting.count(name, value, FlatAttributes.of(attributes), exemplar(span));
      }
    };
  }

  @Override
  public Histogram histogram(String name, String unit, String description, List<Double> bounds) {
    ApplicationTelemetry declared = application.get();
    if (declared != null) {
      declared.declareHistogram(name, unit, description, bounds);
    }
    return (value, attributes, span) -> {
      ApplicationTelemetry recording = application.get();
      if (recording != null) {
        recording.record(name, value, FlatAttributes.of(attributes), exemplar(span));
      }
    };
  }

  @Override
  public void gauge(String name, String description, Consumer<ObservableDoubleMeasurement> read) {}

  private static @Nullable TraceParent exemplar(Context span) {
    return SpanContexts.of(Span.fromContext(span).getSpanContext());
  }
}
