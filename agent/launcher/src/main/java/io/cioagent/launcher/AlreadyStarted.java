package io.cioagent.launcher;

import io.cioagent.bridge.Bridge;

/**
 * Checks whether the agent runs in this JVM already: because it is configured twice, or attached to
 * a JVM that was started with it. The bridge holds this state, as there is one bridge for all
 * copies of the jar.
 */
final class AlreadyStarted {
  private AlreadyStarted() {}

  /** True for the first start, false for each later one. */
  static boolean claim() {
    return Bridge.claim();
  }
}
