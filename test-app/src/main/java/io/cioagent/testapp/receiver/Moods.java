package io.cioagent.testapp.receiver;

/** What goes wrong with which event; counted out, so that every run meets all of it. */
final class Moods {

  private static final int THROWS_FIRST = 5;
  private static final int THROWS_EVERY = 37;
  private static final int GIVES_UP_FIRST = 12;
  private static final int GIVES_UP_EVERY = 53;

  /** Early, so that nobody has to wait for it at the end, and once, because it takes so long. */
  private static final int SLOW = 9;

  private final boolean steady;
  private long events;

  /**
   * Takes its temper.
   *
   * @param steady nothing goes wrong at all
   */
  Moods(boolean steady) {
    this.steady = steady;
  }

  /** How the next event will end; one that was sent again is a next one. */
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
