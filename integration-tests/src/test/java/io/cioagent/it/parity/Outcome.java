package io.cioagent.it.parity;

import java.util.List;

/**
 * What one step came to: all that the application saw and all that the server received.
 *
 * @param answer what the application got, without what no two runs have in common
 * @param requests as they came over the wire
 */
record Outcome(String answer, List<String> requests) {

  @Override
  public String toString() {
    return requests.isEmpty() ? answer : answer + "\n" + String.join("\n", requests);
  }
}
