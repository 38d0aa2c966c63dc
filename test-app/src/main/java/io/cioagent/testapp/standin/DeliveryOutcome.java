package io.cioagent.testapp.standin;

/** The outcome of a message: its events in their order. */
enum DeliveryOutcome {
  IGNORED("sent delivered", null, ""),
  OPENED("sent delivered opened", null, ""),
  CLICKED("sent delivered opened clicked", null, ""),
  NO_SUCH_PERSON(
      "sent bounced", "hard", "550 5.1.1 The account that you tried to reach does not exist"),
  FULL("sent bounced", "soft", "452 4.2.2 The mailbox is full"),
  TAKEN_FOR_SPAM("sent bounced", "block", "550 5.7.1 Message refused by local policy"),
  LOST("sent bounced", "unknown", "The provider did not say why");

  private final String metrics;

  /** The agent's name for it; null if the message arrives. */
  final String bounceType;

  final String failureMessage;

  DeliveryOutcome(String metrics, String bounceType, String failureMessage) {
    this.metrics = metrics;
    this.bounceType = bounceType;
    this.failureMessage = failureMessage;
  }

  String[] metrics() {
    return metrics.split(" ", -1);
  }
}
