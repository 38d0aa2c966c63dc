package io.cioagent.core.config;

/** What the operation log holds: setting {@code log.level} of the contract. */
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

  /** As written in the settings and in lines. */
  public String value() {
    return value;
  }

  /** Whether a log of this level holds lines of {@code level}. */
  public boolean holds(LogLevel level) {
    return compareTo(level) <= 0;
  }

  /** Ignores case; null when there is none of that name. */
  static LogLevel named(String value) {
    for (LogLevel level : values()) {
      if (level.value.equalsIgnoreCase(value)) {
        return level;
      }
    }
    return null;
  }
}
