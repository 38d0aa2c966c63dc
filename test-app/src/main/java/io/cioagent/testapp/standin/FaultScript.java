package io.cioagent.testapp.standin;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Says which request fails, and how: the n-th request of a route and every so many after it. It
 * counts instead of throwing dice, so that a run of a given length always meets the same faults.
 */
public final class FaultScript {

  private final List<Rule> rules = new ArrayList<>();
  private final Map<Route, Integer> seen = new EnumMap<>(Route.class);
  private Path outage;

  /** Everything works. */
  public static FaultScript goodDay() {
    return new FaultScript();
  }

  /**
   * A bad day at Customer.io. Steps and starts have no common rhythm, so that the retry after a 429
   * seldom runs into the next fault.
   */
  public static FaultScript badDay() {
    return new FaultScript()
        .on(Route.TRACK, 3, 7, Answer.TOO_MANY_REQUESTS)
        .on(Route.TRACK, 6, 11, Answer.SERVER_ERROR)
        .on(Route.ADD_DEVICE, 2, 3, Answer.TOO_LATE)
        .on(Route.SUPPRESS, 1, 2, Answer.UNAVAILABLE);
  }

  /**
   * The {@code first} request of {@code route}, and every {@code step}-th after it, gets {@code
   * answer}; a step of 0 means just the first. Where rules collide the earlier one wins.
   */
  public FaultScript on(Route route, int first, int step, Answer answer) {
    if (first < 1 || step < 0) {
      throw new IllegalArgumentException("first must be at least 1 and step at least 0");
    }
    rules.add(new Rule(route, first, step, answer));
    return this;
  }

  /** While {@code file} exists nothing works, whatever the rules say; null: there is no outage. */
  public FaultScript downWhile(Path file) {
    outage = file;
    return this;
  }

  /**
   * Checked before anything else, including credentials: the real service fails in the same order.
   */
  boolean down() {
    return outage != null && Files.exists(outage);
  }

  synchronized Answer next(Route route) {
    int number = seen.merge(route, 1, Integer::sum);
    for (Rule rule : rules) {
      if (rule.matches(route, number)) {
        return rule.answer;
      }
    }
    return Answer.OK;
  }

  private static final class Rule {
    final Route route;
    final int first;
    final int step;
    final Answer answer;

    Rule(Route route, int first, int step, Answer answer) {
      this.route = route;
      this.first = first;
      this.step = step;
      this.answer = answer;
    }

    boolean matches(Route asked, int number) {
      if (asked != route || number < first) {
        return false;
      }
      return number == first || (step > 0 && (number - first) % step == 0);
    }
  }
}
