package io.cioagent.it.apps.mdc;

import io.cioagent.it.apps.customerio.LoggingCustomerIoClient;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** A service that logs before and after it calls its client, on the same threads. */
public final class LoggingUses {

  private static final Logger LOGGER = LoggerFactory.getLogger(LoggingUses.class);

  private final ExecutorService pool =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "logging-pool");
            thread.setDaemon(true);
            return thread;
          });
  private final LoggingCustomerIoClient client;

  public LoggingUses(String base) {
    client = new LoggingCustomerIoClient(base, pool);
  }

  /** With a trace id of its own, unless that is empty. */
  public String call(String own) {
    return around(own, () -> client.identify("5"));
  }

  public String failing(String own) {
    return around(
        own,
        () -> {
          try {
            client.addDevice("5");
          } catch (IllegalArgumentException expected) {
            LOGGER.info("caught");
          }
        });
  }

  /** The client makes of the context what it wants. */
  public String clearing(String inside) {
    return around("its-own", () -> client.suppress(inside));
  }

  /** Another thread does the work; its next task is none of the client's. */
  public String stage(String id) throws Exception {
    LOGGER.info("before");
    client.track(id, "bought").get();
    return later();
  }

  public String future(String id) throws Exception {
    LOGGER.info("before");
    client.trackEvent(id, "bought").get();
    return later();
  }

  private String later() throws Exception {
    pool.submit(() -> LOGGER.info("later")).get();
    LOGGER.info("after");
    return "called";
  }

  private static String around(String own, Runnable work) {
    if (!own.isEmpty()) {
      MDC.put("trace_id", own);
    }
    try {
      LOGGER.info("before");
      work.run();
      LOGGER.info("after");
      return "called";
    } finally {
      MDC.clear();
    }
  }
}
