package io.cioagent.it.apps;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Work that a client leaves to a pool, and that is still under way when the client has answered.
 */
public final class Leftover {

  private final Semaphore finished = new Semaphore(0);
  private final ExecutorService pool =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "leftover");
            thread.setDaemon(true);
            return thread;
          });

  /** Lasts until {@link #finish}. */
  public void begin() {
    pool.execute(finished::acquireUninterruptibly);
  }

  public void finish() {
    finished.release();
  }
}
