package io.cioagent.launcher;

import io.cioagent.bridge.Bridge;

/**
 * Tells whether the agent runs in this JVM already: given twice, or attached to a JVM that was
 * started with it. The bridge knows, as there is one for all copies of the jar.
 */
final class AlreadyStarted {
  private AlreadyStarted() {}

  /** True for the first start, false for each further one. */
  static boolean claim() {
    return Bridge.claim();
  }
}
