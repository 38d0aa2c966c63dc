package io.cioagent.it.apps.dropped.customerio;

import io.cioagent.it.apps.Wire11;
import java.net.http.HttpClient;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.BiFunction;

/** Does all that might leave something of its class loader behind. */
public class DroppedCustomerIoClient implements BiFunction<ExecutorService, HttpClient, String> {

  private static final InheritableThreadLocal<Object> INHERITED = new InheritableThreadLocal<>();

  private final String base;

  public DroppedCustomerIoClient(String base) {
    this.base = base;
  }

  /** Its own, thrown from each kind of work. */
  static final class DroppedException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** The whole life of the application. */
  @Override
  public String apply(ExecutorService pool, HttpClient http) {
    INHERITED.set(new Object() {});
    StringBuilder failed = new StringBuilder();
    try {
      Thread thread = identify(pool);
      failed.append(identifyUser(pool).handle((done, error) -> error != null).join());
      thread.join(10_000);
      trackEvent(pool).get();
      sendEvent(http).handle((done, error) -> error != null).join();
      track(pool);
    } catch (DroppedException e) {
      failed.append(" track");
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      INHERITED.remove();
    }
    return failed.toString();
  }

  public Thread identify(ExecutorService pool) {
    send("PUT", "");
    pool.execute(() -> send("PUT", ""));
    Thread thread =
        new Thread(
            () -> {
              try {
                send("PUT", "");
              } finally {
                INHERITED.remove();
              }
            });
    thread.start();
    return thread;
  }

  public CompletableFuture<Integer> identifyUser(ExecutorService pool) {
    return CompletableFuture.supplyAsync(() -> send("PUT", ""), pool)
        .thenApply(
            status -> {
              throw new DroppedException();
            });
  }

  public Future<Integer> trackEvent(ExecutorService pool) {
    return pool.submit(() -> send("POST", "/events"));
  }

  public CompletableFuture<Integer> sendEvent(HttpClient http) {
    return http.sendAsync(Wire11.event(base), Wire11.discarding())
        .thenApply(
            answer -> {
              throw new DroppedException();
            });
  }

  public void track(ExecutorService pool) {
    pool.execute(() -> send("POST", "/events"));
    send("POST", "/events");
    throw new DroppedException();
  }

  private int send(String method, String rest) {
    return Wire11.call(method, base + "/api/v1/customers/cust-5512" + rest);
  }
}
