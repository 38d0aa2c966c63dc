package io.cioagent.core.tracing;

import org.jspecify.annotations.Nullable;

/** A span that the agent created in the application's own OpenTelemetry. */
public interface ApplicationSpan {

  /** The identifiers of the span, for use as a parent; null if it is not valid. */
  @Nullable TraceParent identity();

  /** Sets an attribute to a string or an integer. */
  void setAttribute(String name, Object value);

  /**
   * Sets the status.
   *
   * @param failure null for success
   */
  void setStatus(boolean success, String failure);

  /**
   * Adds an event at the current time.
   *
   * @param attributes alternating names and values
   */
  void addEvent(String name, Object[] attributes);

  void end(long epochNanos);
}
