package io.cioagent.testapp.receiver;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts requests by outcome and accepted events by type. Like many real receivers, it counts a
 * repeated event again.
 */
public final class ReceiverLog {

  private final Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
  private final Map<String, Integer> events = new TreeMap<>();

  synchronized void note(Outcome outcome) {
    outcomes.merge(outcome, 1, Integer::sum);
  }

  synchronized void enter(Map<?, ?> event) {
    events.merge(event.get("object_type") + "_" + event.get("metric"), 1, Integer::sum);
  }

  /** A copy that contains every outcome. */
  public synchronized Map<Outcome, Integer> byOutcome() {
    Map<Outcome, Integer> copy = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      copy.put(outcome, outcomes.getOrDefault(outcome, 0));
    }
    return copy;
  }

  /** A copy of the accepted events by type and metric. */
  public synchronized Map<String, Integer> events() {
    return new TreeMap<>(events);
  }
}
