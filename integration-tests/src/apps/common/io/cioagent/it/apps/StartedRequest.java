package io.cioagent.it.apps;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A request that was begun and may still be cancelled. */
public final class StartedRequest {

  private static final ExecutorService POOL =
      Executors.newCachedThreadPool(
          work -> {
            Thread thread = new Thread(work, "pool");
            thread.setDaemon(true);
            return thread;
          });

  private final CompletableFuture<String> answer;
  private final Runnable cancel;

  public StartedRequest(CompletableFuture<String> answer, Runnable cancel) {
    this.answer = answer;
    this.cancel = cancel;
  }

  /** For a library that only blocks: the work goes on in a thread of the application's own. */
  static StartedRequest inThePool(LibraryApp.Work work, Runnable cancel) {
    CompletableFuture<String> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return work.run();
              } catch (Exception e) {
                throw new CompletionException(e);
              }
            },
            POOL);
    return new StartedRequest(answer, cancel);
  }

  /** What {@link LibraryApp#show} made of the answer. */
  public CompletableFuture<String> answer() {
    return answer;
  }

  /** Whatever this library offers to give a request up; not merely the future above. */
  void cancel() {
    cancel.run();
  }
}
