package io.cioagent.testapp.receiver;

/** How the receiver dealt with a request, as its diary tells it. */
public enum Outcome {
  /** An event, answered by 200. */
  ACCEPTED("accepted"),
  /** Well signed and no event: somebody has built a webhook action into a campaign. */
  NO_EVENT("no event, let pass"),
  UNSIGNED("refused: not signed"),
  BADLY_SIGNED("refused: signed with another key"),
  NOT_JSON("refused: broken JSON"),
  /** The code for the event threw. */
  THREW("FAILED: threw an exception"),
  /** The code for the event noticed by itself that it had failed, and answered 500. */
  GAVE_UP("FAILED: answered 500"),
  /** Answered by 200 when Customer.io had long hung up. */
  TOO_SLOW("FAILED: took longer than Customer.io waits");

  final String title;

  Outcome(String title) {
    this.title = title;
  }
}
