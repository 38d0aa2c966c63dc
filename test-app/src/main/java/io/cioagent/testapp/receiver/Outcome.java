package io.cioagent.testapp.receiver;

/** The result of a request to the receiver, as its log shows it. */
public enum Outcome {
  /** An event, answered by 200. */
  ACCEPTED("accepted"),
  /** Correctly signed, but no event: a webhook action of a campaign. */
  NO_EVENT("no event, accepted"),
  UNSIGNED("refused: not signed"),
  BADLY_SIGNED("refused: signed with another key"),
  NOT_JSON("refused: broken JSON"),
  /** The event handler threw an exception. */
  THREW("FAILED: threw an exception"),
  /** The event handler answered 500. */
  GAVE_UP("FAILED: answered 500"),
  /** Answered with 200 after Customer.io closed the connection. */
  TOO_SLOW("FAILED: took longer than Customer.io waits");

  final String title;

  Outcome(String title) {
    this.title = title;
  }
}
