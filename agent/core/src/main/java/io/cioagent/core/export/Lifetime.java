package io.cioagent.core.export;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The period in which exports may use the network and wait. */
final class Lifetime {
  /** Longer than the agent waits for the application to install its LogManager. */
  private static final long MOST_SECONDS = 20;

  private final CountDownLatch opened = new CountDownLatch(1);
  private final CountDownLatch ending = new CountDownLatch(1);

  void open() {
    opened.countDown();
  }

  /** The JVM is exiting. */
  void end() {
    ending.countDown();
    open();
  }

  void awaitOpen() throws InterruptedException {
    // Continues after the timeout as well.
    boolean unused = opened.await(MOST_SECONDS, TimeUnit.SECONDS);
  }

  /** Waits and returns true, or returns false at once if the JVM is exiting. */
  boolean pause(long nanos) throws InterruptedException {
    return !ending.await(nanos, TimeUnit.NANOSECONDS);
  }
}
