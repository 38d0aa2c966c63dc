package io.cioagent.it.apps.customerio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * Returns a stage that counts who registers with it: so the application itself sees an observer.
 */
public class WatchedStageClient {

  /** Counts the ways to learn of its end. */
  public static final class CountingStage extends CompletableFuture<Integer> {
    private int watchers;

    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      count();
      return super.whenComplete(action);
    }

    @Override
    public <U> CompletableFuture<U> handle(
        BiFunction<? super Integer, Throwable, ? extends U> action) {
      count();
      return super.handle(action);
    }

    private synchronized void count() {
      watchers++;
    }

    synchronized int watchers() {
      return watchers;
    }
  }

  private final CountingStage stage = new CountingStage();

  public CompletionStage<Integer> identify(String id) {
    return id.isEmpty() ? null : stage;
  }

  /** Whether anybody watches what {@code identify} returned. */
  public boolean watched() {
    return stage.watchers() > 0;
  }
}
