package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;

/** Collects events; the first call starts the thread that will send them, much later. */
public class BatchingCustomerIoClient {

  private final BlockingQueue<String> flushes = new LinkedBlockingQueue<>();
  private final BlockingQueue<Integer> sent = new SynchronousQueue<>();
  private final ExecutorService pool =
      Executors.newSingleThreadExecutor(BatchingCustomerIoClient::daemon);
  private final String base;
  private Thread thread;
  private boolean poolStarted;

  public BatchingCustomerIoClient(String base) {
    this.base = base;
  }

  /** Starts a thread of its own. */
  public synchronized boolean track(String id) {
    if (thread == null) {
      thread = daemon(this::sendForever);
      thread.start();
    }
    return !id.isEmpty();
  }

  /** Starts a task of a pool that never ends. */
  public synchronized boolean trackEvent(String id) {
    if (!poolStarted) {
      poolStarted = true;
      pool.execute(this::sendForever);
    }
    return !id.isEmpty();
  }

  /** Has what was collected sent, by whichever thread is waiting, and waits for the status. */
  public int flush() throws InterruptedException {
    flushes.add("all");
    return sent.take();
  }

  private void sendForever() {
    try {
      while (true) {
        flushes.take();
        sent.put(Wire.call("POST", base + "/api/v2/batch"));
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "shop-flusher");
    thread.setDaemon(true);
    return thread;
  }
}
