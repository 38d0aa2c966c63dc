package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/** Client methods that return before the work is done. */
public class AsyncCustomerIoClient {

  private final String base;
  private final ExecutorService workers =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "shop-worker");
            thread.setDaemon(true);
            return thread;
          });
  private CompletableFuture<Integer> later = new CompletableFuture<>();
  private FutureTask<Integer> task = new FutureTask<>(() -> 200);

  public AsyncCustomerIoClient(String base) {
    this.base = base;
  }

  /** The exchange runs on a pool's thread. */
  public CompletableFuture<Integer> identify(String id) {
    return CompletableFuture.supplyAsync(() -> exchange("PUT", id, ""), workers);
  }

  /** A plain future, of which nobody tells when it is done. */
  public Future<Integer> trackEvent(String id) {
    return workers.submit(() -> exchange("POST", id, "/events"));
  }

  /** Completed from outside, see {@link #finish}. */
  public CompletionStage<Integer> addDevice(String id) {
    return id.isEmpty() ? null : later;
  }

  /** Run from outside, see {@link #runTask}. */
  public Future<Integer> suppress(String id) {
    return id.isEmpty() ? null : task;
  }

  /** Nothing is waited for, as the answer is there already. */
  public CompletionStage<Integer> unsuppress(String id) {
    return CompletableFuture.completedFuture(exchange("POST", id, "/unsuppress"));
  }

  /** No stage at all. */
  public CompletionStage<Integer> mergeCustomers(String id) {
    return id.isEmpty() ? later : null;
  }

  /** Cancelled by the caller. */
  public CompletableFuture<Integer> trackAnonymous(String id) {
    return new CompletableFuture<>();
  }

  /** No client method, on the threads that have run client methods before. */
  public String onEveryThread(String path) throws Exception {
    CompletableFuture<Integer> first = onePoolThread(path);
    CompletableFuture<Integer> second = onePoolThread(path);
    return first.get() + " " + second.get();
  }

  private CompletableFuture<Integer> onePoolThread(String path) {
    return CompletableFuture.supplyAsync(
        () -> {
          try {
            return Wire.call("POST", base + path);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        },
        workers);
  }

  /** Ends what {@code addDevice} started: normally, or with an exception. */
  public void finish(String message) {
    CompletableFuture<Integer> started = later;
    later = new CompletableFuture<>();
    if (message.isEmpty()) {
      started.complete(200);
    } else {
      started.completeExceptionally(new IllegalStateException(message));
    }
  }

  /** Ends what {@code suppress} started. */
  public void runTask() {
    FutureTask<Integer> started = task;
    task = new FutureTask<>(() -> 200);
    started.run();
  }

  private int exchange(String method, String id, String rest) {
    try {
      return Wire.call(method, base + "/api/v1/customers/" + id + rest);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
