package io.cioagent.it.receiver;

import java.util.Set;
import java.util.TreeSet;

/** What the application of the folder {@code servlet} can do in every container. */
final class ServletWays {

  static final Set<String> ALL =
      Set.of(
          "stream",
          "all",
          "single",
          "line",
          "reader",
          "parameters",
          "parts",
          "some",
          "none",
          "async",
          "async-timeout",
          "dispatch",
          "nonblocking",
          "nonblocking-some",
          "wrapped",
          "copied",
          "forward",
          "continue",
          "error",
          "throws",
          "early");

  private ServletWays() {}

  static Set<String> with(String more) {
    Set<String> ways = new TreeSet<>(ALL);
    ways.add(more);
    return ways;
  }
}
