package io.cioagent.core.operation;

/** The Customer.io API that an operation belongs to (reference, section 1). */
public enum Api {
  TRACK("track"),
  APP("app"),
  PIPELINES("pipelines");

  private final String value;

  Api(String value) {
    this.value = value;
  }

  /** The attribute value in spans. */
  public String value() {
    return value;
  }
}
