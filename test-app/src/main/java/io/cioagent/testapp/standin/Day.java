package io.cioagent.testapp.standin;

import java.util.Locale;

/** Which faults Customer.io and mailboxes have. */
public enum Day {
  /** Everything works and is on time, and every message arrives. */
  GOOD,
  /** Some of every fault. */
  BAD;

  /**
   * Parses the value of an option.
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
