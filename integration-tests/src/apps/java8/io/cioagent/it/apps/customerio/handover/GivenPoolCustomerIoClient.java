package io.cioagent.it.apps.customerio.handover;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Uses a pool of the application, which was there before. */
public class GivenPoolCustomerIoClient {

  private final String base;
  private final ExecutorService pool;
  private boolean begun;

  public GivenPoolCustomerIoClient(String base, ExecutorService pool) {
    this.base = base;
    this.pool = pool;
  }

  /** Starts a loop that never ends, and waits for its request. */
  public int identify(String id) throws Exception {
    if (!begun) {
      begun = true;
      CountDownLatch never = new CountDownLatch(1);
      pool.execute(
          () -> {
            try {
              never.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    Sender sender = new Sender(base, id);
    CountDownLatch sent = new CountDownLatch(1);
    pool.execute(
        () -> {
          sender.run();
          sent.countDown();
        });
    sent.await();
    return 200;
  }

  /** The same as a result. */
  public int track(String id, String event) throws Exception {
    Future<Integer> sent = pool.submit(() -> new Sender(base, id).call());
    return sent.get();
  }
}
