package io.cioagent.core.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the application's own OpenTelemetry takes, in types of the JDK alone: its classes are others
 * than the agent's of the same names. Attributes are names and values in turns, values being text
 * or whole numbers. Safe for any thread.
 */
public interface ApplicationTelemetry {

  /** Whether the application has configured it; never the reason that it is. */
  boolean isConfigured();

  /** Describes a counter, before anything is counted. */
  void declareCounter(String name, String description);

  /** Describes a histogram, before anything is recorded. */
  void declareHistogram(String name, String unit, String description, List<Double> bounds);

  /**
   * Counts.
   *
   * @param name as declared
   * @param exemplar the span to point to, null for none
   */
  void count(String name, long value, Object[] attributes, @Nullable TraceParent exemplar);

  /**
   * Records.
   *
   * @param name as declared
   * @param exemplar the span to point to, null for none
   */
  void record(String name, double value, Object[] attributes, @Nullable TraceParent exemplar);

  /**
   * Begins a span.
   *
   * @param kind the name of OpenTelemetry's constant
   * @param parent null for none
   * @param link another span that this is about, null for none
   */
  ApplicationSpan startSpan(
      String name,
      String kind,
      @Nullable TraceParent parent,
      @Nullable TraceParent link,
      long epochNanos);
}
