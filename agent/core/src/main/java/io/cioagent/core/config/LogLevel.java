package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/** The level of the operation log: setting {@code log.level} of the contract. */
public enum LogLevel {
  /** Every operation, and every HTTP request. */
  DEBUG("debug"),
  /** Every operation. */
  INFO("info"),
  /** Operations that failed, and those whose outcome is unknown. */
  WARN("warn"),
  /** Operations that failed. */
  ERROR("error"),
  OFF("off");

  private final String value;

  LogLevel(String value) {
    this.value = value;
  }

  /** The name in settings and log lines. */
  public String value() {
    return value;
  }

  /** Whether a log of this level contains lines of {@code level}. */
  public boolean holds(LogLevel level) {
    return compareTo(level) <= 0;
  }

  /** The level of that name, ignoring case, if there is one. */
  static @Nullable LogLevel named(String value) {
    for (LogLevel level : values()) {
      if (level.value.equalsIgnoreCase(value)) {
        return level;
      }
    }
    return null;
  }
}
