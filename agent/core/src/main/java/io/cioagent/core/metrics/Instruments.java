package io.cioagent.core.metrics;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.ObservableDoubleMeasurement;
import io.opentelemetry.context.Context;
import java.util.List;
import java.util.function.Consumer;

/** Where measurements go: the agent's own SDK, or the application's OpenTelemetry. */
public interface Instruments {
  Counter counter(String name, String description);

  /** {@code unit} is empty where the name holds it. */
  Histogram histogram(String name, String unit, String description, List<Double> bounds);

  /** {@code read} runs at each collection. */
  void gauge(String name, String description, Consumer<ObservableDoubleMeasurement> read);

  /** The last argument holds the span that an exemplar points to. */
  interface Counter {
    void add(long value, Attributes attributes, Context span);
  }

  /** The last argument holds the span that an exemplar points to. */
  interface Histogram {
    void record(double value, Attributes attributes, Context span);
  }
}
