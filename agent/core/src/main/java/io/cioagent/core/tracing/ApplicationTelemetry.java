package io.cioagent.core.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The application's own OpenTelemetry, in terms of JDK types alone, because its classes differ from
 * the agent's classes of the same names. Attributes are alternating names and values; values are
 * strings or integers. Safe for any thread.
 */
public interface ApplicationTelemetry {

  /** Whether the application has configured it. The call itself never causes a configuration. */
  boolean isConfigured();

  /** Declares a counter before its first use. */
  void declareCounter(String name, String description);

  /** Declares a histogram before its first use. */
  void declareHistogram(String name, String unit, String description, List<Double> bounds);

  /**
   * Adds to a counter.
   *
   * @param name as declared
   * @param exemplar the span to point to, null for none
   */
  void count(String name, long value, Object[] attributes, @Nullable TraceParent exemplar);

  /**
   * Records a value in a histogram.
   *
   * @param name as declared
   * @param exemplar the span to point to, null for none
   */
  void record(String name, double value, Object[] attributes, @Nullable TraceParent exemplar);

  /**
   * Starts a span.
   *
   * @param kind the name of the OpenTelemetry constant
   * @param parent null for none
   * @param link a related span, null for none
   */
  ApplicationSpan startSpan(
      String name,
      String kind,
      @Nullable TraceParent parent,
      @Nullable TraceParent link,
      long epochNanos);
}
