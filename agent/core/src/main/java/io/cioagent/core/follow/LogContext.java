package io.cioagent.core.follow;

/**
 * What a logging library adds to each line of a thread, such as the MDC. Each thread sees and
 * changes its own.
 */
public interface LogContext {

  /** Null for nothing. */
  String get(String key);

  void put(String key, String value);

  void remove(String key);
}
