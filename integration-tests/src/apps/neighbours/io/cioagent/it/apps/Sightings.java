package io.cioagent.it.apps;

import java.util.Map;
import java.util.TreeMap;

/** What code that a neighbour has woven into this application reports. */
public final class Sightings {

  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  public static synchronized void add(String what) {
    COUNTS.merge(what, 1, Integer::sum);
  }

  public String all() {
    synchronized (Sightings.class) {
      return COUNTS.toString();
    }
  }
}
