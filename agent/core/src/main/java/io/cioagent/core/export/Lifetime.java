package io.cioagent.core.export;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** From when on the network may be used, and from when on nothing is waited for any more. */
final class Lifetime {
  /** Longer than the agent waits for an application to choose its LogManager. */
  private static final long MOST_SECONDS = 20;

  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch ending = new CountDownLatch(1);

  void open() {
    opened.countDown();
  }

  /** The JVM is about to end. */
  void end() {
    ending.countDown();
    open();
  }

  void awaitOpen() throws InterruptedException {
    // In vain is no reason not to go on.
    boolean unused = opened.await(MOST_SECONDS, TimeUnit.SECONDS);
  }

  /** Whether there is time left afterwards. */
  boolean pause(long nanos) throws InterruptedException {
    return !ending.await(nanos, TimeUnit.NANOSECONDS);
  }
}
