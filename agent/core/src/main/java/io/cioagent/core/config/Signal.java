package io.cioagent.core.config;

/** A kind of telemetry that can be exported. */
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

  /** The name in settings and paths. */
  public String key() {
    return key;
  }

  /** The plural name of its items. */
  public String items() {
    return items;
  }
}
