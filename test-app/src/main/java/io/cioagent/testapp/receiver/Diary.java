package io.cioagent.testapp.receiver;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the receiver knows: how many requests had which outcome, and how many events of each kind it
 * has taken in. It counts an event again each time it comes, since nobody thought of duplicates.
 */
public final class Diary {

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> events = new TreeMap<>();

  synchronized void note(Outcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  synchronized void enter(Map<?, ?> event) {
    events.merge(event.get("object_type") + "_" + event.get("metric"), 1, Integer::sum);
  }

  /** A copy that holds every outcome. */
  public synchronized Map<Outcome, Integer> byOutcome() {
    Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      copy.put(outcome, outcomes.getOrDefault(outcome, 0));
    }
    return copy;
  }

  /** Events taken in, by type and metric; a copy. */
  public synchronized Map<String, Integer> events() {
    return new TreeMap<>(events);
  }
}
