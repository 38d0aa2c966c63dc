package io.cioagent.testapp.shop;

import java.util.Map;
import java.util.TreeMap;

/** The results of the shop's calls as the shop sees them: success unless a call throws. */
public final class ShopCounts {

  private final Map<String, Tally> tallies = new TreeMap<>();

  synchronized void record(String operation, boolean worked) {
    Tally tally = tallies.computeIfAbsent(operation, key -> new Tally());
    if (worked) {
      tally.ok++;
    } else {
      tally.failed++;
    }
  }

  /** A copy of the tallies by operation. */
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
