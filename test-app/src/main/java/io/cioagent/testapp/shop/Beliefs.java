package io.cioagent.testapp.shop;

import java.util.Map;
import java.util.TreeMap;

/** What the shop believes about its calls: no exception means that it worked. */
public final class Beliefs {

  private final Map<String, Tally> tallies = new TreeMap<>();

  synchronized void record(String operation, boolean worked) {
    Tally tally = tallies.computeIfAbsent(operation, key -> new Tally());
    if (worked) {
      tally.ok++;
    } else {
      tally.failed++;
    }
  }

  /** Operation to tally; a copy, since the shop trades on. */
  public synchronized Map<String, Tally> byOperation() {
    Map<String, Tally> copy = new TreeMap<>();
    tallies.forEach((operation, tally) -> copy.put(operation, new Tally(tally)));
    return copy;
  }

  /** Calls of one operation. */
  public static final class Tally {
    private int ok;
    private int failed;

    private Tally() {}

    private Tally(Tally other) {
      ok = other.ok;
      failed = other.failed;
    }

    public int ok() {
      return ok;
    }

    public int failed() {
      return failed;
    }
  }
}
