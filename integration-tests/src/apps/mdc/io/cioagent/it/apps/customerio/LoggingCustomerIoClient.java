package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Logs what it does, as clients do. */
public class LoggingCustomerIoClient {

  private static final Logger LOGGER = LoggerFactory.getLogger(LoggingCustomerIoClient.class);

  private final String base;
  private final ExecutorService pool;

  public LoggingCustomerIoClient(String base, ExecutorService pool) {
    this.base = base;
    this.pool = pool;
  }

  public void identify(String id) {
    LOGGER.info("inside");
    put(id);
    LOGGER.info("answered");
  }

  /** Logs, and fails before anything is sent. */
  public void addDevice(String id) {
    LOGGER.info("inside");
    throw new IllegalArgumentException(id);
  }

  /** Leaves the context of its lines empty, or full of its own. */
  public void suppress(String own) {
    MDC.clear();
    if (!own.isEmpty()) {
      MDC.put("trace_id", own);
    }
    LOGGER.info("inside");
    put("5");
  }

  /** The thread goes on meanwhile. */
  public CompletableFuture<String> track(String id, String event) {
    return CompletableFuture.supplyAsync(() -> onThePool(id), pool);
  }

  /** As the other, by a plain task. */
  public Future<String> trackEvent(String id, String event) {
    Callable<String> task = () -> onThePool(id);
    return pool.submit(task);
  }

  private String onThePool(String id) {
    LOGGER.info("pooled");
    put(id);
    return id;
  }

  private void put(String id) {
    try {
      Wire.call("PUT", base + "/api/v1/customers/" + id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
