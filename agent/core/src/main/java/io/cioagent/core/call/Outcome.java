package io.cioagent.core.call;

/** How an operation ended, in the words of the label {@code status}. */
public enum Outcome {
  SUCCESS("success"),
  ERROR("error"),

  /**
   * The client method returned normally, and no request to Customer.io was seen beneath it: it may
   * have been sent in a way that is not observed, or swallowed an exception before the request.
   */
  UNKNOWN("unknown");

  private final String label;

  Outcome(String label) {
    this.label = label;
  }

  /** As in metrics, spans and log lines. */
  public String label() {
    return label;
  }
}
