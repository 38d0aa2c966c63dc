package io.cioagent.core.config;

/** What can be pushed to a collector. */
public enum Signal {
  TRACES("traces", "spans"),
  METRICS("metrics", "metrics"),
  LOGS("logs", "log records");

  private final String key;
  private final String items;

  Signal(String key, String items) {
    this.key = key;
    this.items = items;
  }

  /** As in the names of settings and in paths. */
  public String key() {
    return key;
  }

  /** What it consists of, in words. */
  public String items() {
    return items;
  }
}
