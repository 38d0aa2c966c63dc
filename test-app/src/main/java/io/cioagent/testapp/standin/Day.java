package io.cioagent.testapp.standin;

import java.util.Locale;

/** How a day at Customer.io goes, and with its customers' mailboxes. */
public enum Day {
  /** Everything works, nothing is late, and every message arrives. */
  GOOD,
  /** Some of everything that can go wrong. */
  BAD;

  /**
   * The day that an option names.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  public static Day named(String name) {
    for (Day day : values()) {
      if (day.name().toLowerCase(Locale.ROOT).equals(name)) {
        return day;
      }
    }
    throw new IllegalArgumentException("day is " + name + ", expected good or bad");
  }

  public FaultScript faults() {
    return this == GOOD ? FaultScript.goodDay() : FaultScript.badDay();
  }
}
