package io.cioagent.launcher;

import io.cioagent.bridge.Bridge;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Checks whether the agent runs in this JVM already: because it is configured twice, or attached to
 * a JVM that was started with it. Usually all copies of the jar share this class. The bridge, of
 * which there is one in any case, also knows copies in other class loaders.
 */
final class AlreadyStarted {
  private static final AtomicBoolean STARTED = new AtomicBoolean();

  private AlreadyStarted() {}

  /** True for the first start. Needs no bridge, and so decides before {@code main}. */
  static boolean claim() {
    return STARTED.compareAndSet(false, true);
  }

  /** True for the first start. Needs the bridge. */
  static boolean claimBridge() {
    return Bridge.claim();
  }

  static void warn() {
    StandardError.warn(
        "The agent is already started; ignoring the second start. Specify -javaagent only once");
  }
}
