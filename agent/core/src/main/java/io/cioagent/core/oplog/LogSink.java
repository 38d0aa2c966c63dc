package io.cioagent.core.oplog;

/**
 * Takes what the operation log holds to where it is read. Called on the application's threads,
 * concurrently; must be quick, must not wait and must not throw.
 */
public interface LogSink {

  /**
   * Whether a record would be taken now; asked before one is made. Where not, one is lost to this
   * sink.
   */
  boolean hasRoom();

  /**
   * Takes a record.
   *
   * @return false where it does not fit and is lost
   */
  boolean accept(LogRecord record);

  /**
   * The JVM ends: waits until what was taken is written.
   *
   * @param deadlineNanos {@link System#nanoTime()} from which on nothing is waited for
   */
  default void flush(long deadlineNanos) {}
}
