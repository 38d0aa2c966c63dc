package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import io.cioagent.it.apps.customerio.handover.GivenPoolCustomerIoClient;
import java.util.Collections;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What an application may do in the first moments of its {@code main}. */
public final class StartUpApp {

  /** An application server's own log manager. */
  public static final class ShopLogManager extends LogManager {}

  /** Made, and its class loaded, when it is first asked for. */
  private static final class PoolClient implements Supplier<GivenPoolCustomerIoClient> {
    private final String base;
    private final ExecutorService pool;
    private GivenPoolCustomerIoClient client;

    PoolClient(String base, ExecutorService pool) {
      this.base = base;
      this.pool = pool;
    }

    @Override
    public synchronized GivenPoolCustomerIoClient get() {
      if (client == null) {
        client = new GivenPoolCustomerIoClient(base, pool);
      }
      return client;
    }
  }

  private StartUpApp() {}

  /** Its threads wait for work, before any client class is loaded. */
  private static ExecutorService idlePool() throws InterruptedException {
    int threads = 3;
    ExecutorService pool =
        Executors.newFixedThreadPool(
            threads,
            work -> {
              Thread thread = new Thread(work, "shop-idle");
              thread.setDaemon(true);
              return thread;
            });
    CountDownLatch started = new CountDownLatch(threads);
    for (int i = 0; i < threads; i++) {
      pool.execute(
          () -> {
            started.countDown();
            try {
              started.await();
            } catch (InterruptedException e) {
              Thread.currentThread().interrupt();
            }
          });
    }
    started.await();
    return pool;
  }

  private static void identify(String base) {
    try {
      new CustomerIoClient(base).identify("cust-5512", Collections.emptyMap());
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  public static void main(String[] arguments) throws Exception {
    // First of all, as whoever starts logging before this line takes the choice away.
    System.setProperty("java.util.logging.manager", ShopLogManager.class.getName());
    switch (arguments[0]) {
      case "return":
        return;
      case "throw":
        throw new IllegalStateException("main gives up");
      case "exit":
        System.exit(3);
        return;
      case "call-and-return":
        new CustomerIoClient(arguments[1]).identify("cust-5512", Collections.emptyMap());
        return;
      case "call-and-exit":
        new CustomerIoClient(arguments[1]).identify("cust-5512", Collections.emptyMap());
        System.exit(3);
        return;
      case "pool-and-exit":
        new GivenPoolCustomerIoClient(arguments[1], idlePool()).identify("cust-5512");
        System.exit(3);
        return;
      case "call":
        new CustomerIoClient(arguments[1]).identify("cust-5512", Collections.emptyMap());
        break;
      case "http":
        Wire.call("PUT", arguments[1] + "/api/v1/customers/cust-5512");
        break;
      case "log":
        Logger.getLogger("shop").fine("nobody reads this");
        break;
      case "wait":
        break;
      default:
        throw new IllegalArgumentException(arguments[0]);
    }
    ExecutorService pool = idlePool();
    Supplier<GivenPoolCustomerIoClient> given = new PoolClient(arguments[1], pool);
    UrlConnectionApp.register(new Console())
        .on("load", words -> String.valueOf(given.get() != null))
        .on("identify-idle", words -> String.valueOf(given.get().identify(words.get(0))))
        .on("track-idle", words -> String.valueOf(given.get().track(words.get(0), "bought")))
        .on(
            "identify-meanwhile",
            words -> {
              Thread thread = new Thread(() -> identify(words.get(0)));
              thread.setDaemon(true);
              thread.start();
              return "started";
            })
        .on("log-manager", words -> LogManager.getLogManager().getClass().getName())
        .on(
            "identify",
            words -> {
              new CustomerIoClient(words.get(0)).identify("cust-5512", Collections.emptyMap());
              return "identified";
            })
        .run();
  }
}
