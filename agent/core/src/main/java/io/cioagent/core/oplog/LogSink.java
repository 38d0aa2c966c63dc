package io.cioagent.core.oplog;

/**
 * A destination of the operation log. Called concurrently on the application's threads; must be
 * quick, must not wait and must not throw.
 */
public interface LogSink {

  /**
   * Whether the sink can accept a record now; called before a record is created. If not, the sink
   * counts a lost record.
   */
  boolean hasRoom();

  /**
   * Accepts a record.
   *
   * @return false if the record does not fit and is lost
   */
  boolean accept(LogRecord record);

  /**
   * Waits at JVM exit until the accepted records are written.
   *
   * @param deadlineNanos the {@link System#nanoTime()} at which to stop waiting
   */
  default void flush(long deadlineNanos) {}
}
