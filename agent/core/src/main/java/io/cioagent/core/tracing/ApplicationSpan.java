package io.cioagent.core.tracing;

/** A span that the application's own OpenTelemetry made for the agent. */
public interface ApplicationSpan {

  /** Its identifiers, as a parent of others. */
  TraceParent identity();

  /** The value is text or a whole number. */
  void setAttribute(String name, Object value);

  /**
   * Says how it went.
   *
   * @param failure null for success
   */
  void setStatus(boolean success, String failure);

  /**
   * Something happened now.
   *
   * @param attributes names and values in turns
   */
  void addEvent(String name, Object[] attributes);

  void end(long epochNanos);
}
