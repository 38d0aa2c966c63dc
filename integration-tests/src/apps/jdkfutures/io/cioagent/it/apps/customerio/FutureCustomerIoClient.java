package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Leftover;
import io.cioagent.it.apps.Requests;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Client methods that return the JDK's futures. */
public class FutureCustomerIoClient {

  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "shop");
            thread.setDaemon(true);
            return thread;
          });
  private final Requests requests;
  public final Leftover leftover = new Leftover();

  public FutureCustomerIoClient(String base) {
    requests = new Requests(base);
  }

  private CompletableFuture<Integer> send(String id) {
    return CompletableFuture.supplyAsync(() -> requests.send(id), pool);
  }

  public CompletableFuture<Integer> identify(String id) {
    return send(id);
  }

  /** Swallows what went wrong. */
  public CompletionStage<Integer> identifyUser(String id) {
    return send(id).exceptionally(error -> 0);
  }

  /** Tries again. */
  public CompletableFuture<Integer> identifyCustomer(String id) {
    return send(id)
        .handle(
            (status, error) -> error == null ? CompletableFuture.completedFuture(status) : send(id))
        .thenCompose(again -> again);
  }

  /** Two requests, the second after the first. */
  public CompletableFuture<String> track(String id) {
    return send(id).thenCompose(first -> send(id).thenApply(second -> first + " " + second));
  }

  /** Other client methods within this one. */
  public CompletableFuture<Integer> suppress(String id) {
    return identify(id).thenCompose(first -> identify(id));
  }

  /** Waits for 50 ms only. */
  public CompletableFuture<Integer> addDevice(String id) {
    return new CompletableFuture<Integer>().orTimeout(50, TimeUnit.MILLISECONDS);
  }

  /** Never ends by itself. */
  public CompletableFuture<Integer> deleteDevice(String id) {
    return new CompletableFuture<>();
  }

  /** Is not done when its future is. */
  public CompletableFuture<Integer> deleteCustomer(String id) {
    leftover.begin();
    return send(id);
  }

  /** Of which nobody tells when it is done. */
  public Future<Integer> trackEvent(String id) {
    return pool.submit(() -> requests.send(id));
  }
}
