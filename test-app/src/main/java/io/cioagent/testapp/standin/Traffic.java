package io.cioagent.testapp.standin;

import java.util.Map;
import java.util.TreeMap;

/** How many requests of each operation got which answer. */
public final class Traffic {

  private final Map<String, Map<String, Integer>> answers = new TreeMap<>();

  synchronized void record(Route route, Answer answer) {
    answers
        .computeIfAbsent(route.operation(), operation -> new TreeMap<>())
        .merge(answer.label(), 1, Integer::sum);
  }

  /** Operation to answer to count; a copy, since requests go on. */
  public synchronized Map<String, Map<String, Integer>> byOperation() {
    Map<String, Map<String, Integer>> copy = new TreeMap<>();
    answers.forEach((operation, counts) -> copy.put(operation, new TreeMap<>(counts)));
    return copy;
  }

  public synchronized int count(Route route, Answer answer) {
    Map<String, Integer> counts = answers.get(route.operation());
    return counts == null ? 0 : counts.getOrDefault(answer.label(), 0);
  }
}
