package io.cioagent.it.apps.customerio.handover;

import java.util.Comparator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Thread pools, and all that can become of what they are given. */
public class PoolCustomerIoClient {

  private final String base;
  private final ThreadPoolExecutor pool = pool(2, new LinkedBlockingQueue<>(), null);
  private final ThreadPoolExecutor priorities =
      pool(
          1,
          new PriorityBlockingQueue<>(2, Comparator.comparing(work -> ((Sender) work).address())),
          null);
  private final Executor hidden = Executors.newSingleThreadExecutor(Sender.daemons("shop-single"));

  public PoolCustomerIoClient(String base) {
    this.base = base;
  }

  private static ThreadPoolExecutor pool(
      int size, BlockingQueue<Runnable> queue, RejectedExecutionHandler handler) {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(size, size, 1, TimeUnit.MINUTES, queue, Sender.daemons("shop-pool"));
    if (handler != null) {
      pool.setRejectedExecutionHandler(handler);
    }
    return pool;
  }

  public boolean identify(String id) {
    pool.execute(new Sender(base, id));
    return true;
  }

  /** Through an executor that the caller cannot see through. */
  public boolean identifyUser(String id) {
    hidden.execute(new Sender(base, id));
    return true;
  }

  /** A queue that compares what is in it. */
  public boolean upsertCustomer(String id) throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    priorities.execute(new Waiting(busy));
    priorities.execute(new Sender(base, id));
    priorities.execute(new Sender(base, id));
    boolean found = priorities.getQueue().stream().allMatch(Sender.class::isInstance);
    busy.countDown();
    return found;
  }

  /** The one object again and again, as a lambda that captures nothing is. */
  public boolean updateCustomer(String id) {
    Sender sender = new Sender(base, id);
    pool.execute(sender);
    pool.execute(sender);
    return true;
  }

  /** Taken back before it ran. */
  public boolean suppress(String id) {
    CountDownLatch busy = new CountDownLatch(1);
    ThreadPoolExecutor full = full(1, busy, null);
    Sender sender = new Sender(base, id);
    full.execute(sender);
    boolean removed = full.remove(sender);
    end(full, busy);
    return removed;
  }

  /** Never ran, as the pool was shut down. */
  public boolean unsuppress(String id) {
    CountDownLatch busy = new CountDownLatch(1);
    ThreadPoolExecutor full = full(2, busy, null);
    Sender sender = new Sender(base, id);
    full.execute(sender);
    Future<?> second = full.submit((Runnable) sender);
    boolean found = full.shutdownNow().contains(sender) && !second.isDone();
    busy.countDown();
    return found;
  }

  /** Cancelled before it ran. */
  public boolean addDevice(String id) {
    CountDownLatch busy = new CountDownLatch(1);
    ThreadPoolExecutor full = full(1, busy, null);
    boolean cancelled = full.submit((Runnable) new Sender(base, id)).cancel(false);
    end(full, busy);
    return cancelled;
  }

  /** Refused, with an exception. */
  public boolean deleteDevice(String id) {
    ThreadPoolExecutor ended = pool(1, new LinkedBlockingQueue<>(), null);
    ended.shutdown();
    ended.execute(new Sender(base, id));
    return false;
  }

  /** The same of a task with a result. */
  public boolean identifyCustomer(String id) {
    ThreadPoolExecutor ended = pool(1, new LinkedBlockingQueue<>(), null);
    ended.shutdown();
    try {
      return ended.submit((Runnable) new Sender(base, id)).isDone();
    } catch (RejectedExecutionException e) {
      return true;
    }
  }

  /** Refused, and run by the caller. */
  public boolean mergeCustomers(String id) {
    return rejected(id, new CountDownLatch(1), new ThreadPoolExecutor.CallerRunsPolicy());
  }

  /** Refused, and forgotten. */
  public boolean trackAnonymous(String id) {
    return rejected(id, new CountDownLatch(1), new ThreadPoolExecutor.DiscardPolicy());
  }

  /** Refused, and put into the queue as soon as there is room. */
  public boolean triggerBroadcast(String id) {
    CountDownLatch busy = new CountDownLatch(1);
    return rejected(
        id,
        busy,
        (work, full) -> {
          busy.countDown();
          try {
            full.getQueue().put(work);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private boolean rejected(String id, CountDownLatch busy, RejectedExecutionHandler handler) {
    ThreadPoolExecutor full = full(1, busy, handler);
    full.execute(() -> {});
    full.execute(new Sender(base, id));
    end(full, busy);
    return true;
  }

  /** One thread that is busy, and room for some more tasks. */
  private static ThreadPoolExecutor full(
      int room, CountDownLatch busy, RejectedExecutionHandler handler) {
    ThreadPoolExecutor full = pool(1, new ArrayBlockingQueue<>(room), handler);
    full.execute(new Waiting(busy));
    return full;
  }

  private static void end(ThreadPoolExecutor pool, CountDownLatch busy) {
    busy.countDown();
    pool.shutdown();
  }

  /** Keeps a thread busy. */
  private static final class Waiting implements Runnable {
    private final CountDownLatch end;

    Waiting(CountDownLatch end) {
      this.end = end;
    }

    @Override
    public void run() {
      try {
        end.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
