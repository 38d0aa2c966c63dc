package io.cioagent.testapp.receiver;

/** Which event fails in which way; a fixed sequence, so that every run has every failure. */
final class FailurePlan {

  private static final int THROWS_FIRST = 5;
  private static final int THROWS_EVERY = 37;
  private static final int GIVES_UP_FIRST = 12;
  private static final int GIVES_UP_EVERY = 53;

  /** Early and only once, as it takes long. */
  private static final int SLOW = 9;

  private final boolean steady;
  private long events;

  /**
   * Creates a plan.
   *
   * @param steady whether nothing fails
   */
  FailurePlan(boolean steady) {
    this.steady = steady;
  }

  /** The outcome of the next event; a repeated event counts as another one. */
  synchronized Outcome next() {
    if (steady) {
      return Outcome.ACCEPTED;
    }
    events++;
    if (events == SLOW) {
      return Outcome.TOO_SLOW;
    }
    if (events % THROWS_EVERY == THROWS_FIRST) {
      return Outcome.THREW;
    }
    return events % GIVES_UP_EVERY == GIVES_UP_FIRST ? Outcome.GAVE_UP : Outcome.ACCEPTED;
  }
}
