package io.cioagent.core.metrics;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the label {@code server_port} bounded: ports are the one thing callers choose freely. */
final class BoundedPorts {
  private static final int MAX = 100;

  /** Stands for every port beyond the first hundred. */
  static final int OTHER = 0;

  private final Set<Integer> seen = ConcurrentHashMap.newKeySet();

  int bounded(int port) {
    if (seen.contains(port)) {
      return port;
    }
    // Two threads may pass at once: a few more than MAX do not matter.
    return seen.size() < MAX && seen.add(port) ? port : seen.contains(port) ? port : OTHER;
  }
}
