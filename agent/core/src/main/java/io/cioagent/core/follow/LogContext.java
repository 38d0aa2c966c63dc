package io.cioagent.core.follow;

import org.jspecify.annotations.Nullable;

/**
 * What a logging library adds to each line of a thread, such as the MDC. Each thread sees and
 * changes its own.
 */
public interface LogContext {

  /** The value of a key, if it has one. */
  @Nullable String get(String key);

  void put(String key, String value);

  void remove(String key);
}
