package io.cioagent.it.apps.customerio;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/** Returns stages that refuse to be observed; an observer of them breaks, the caller must not. */
public class BrokenStageClient {

  /** Throws at whoever registers with it, with personal data in the text. */
  public static final class RefusingStage extends CompletableFuture<Integer> {
    @Override
    public CompletableFuture<Integer> whenComplete(
        BiConsumer<? super Integer, ? super Throwable> action) {
      throw refuse();
    }

    @Override
    public CompletableFuture<Integer> whenCompleteAsync(
        BiConsumer<? super Integer, ? super Throwable> action) {
      throw refuse();
    }

    @Override
    public <U> CompletableFuture<U> handle(
        BiFunction<? super Integer, Throwable, ? extends U> action) {
      throw refuse();
    }

    @Override
    public CompletableFuture<Integer> toCompletableFuture() {
      throw refuse();
    }

    private static IllegalStateException refuse() {
      return new IllegalStateException("nobody may watch robin.vale@example.net");
    }
  }

  private final RefusingStage stage = new RefusingStage();

  public CompletionStage<Integer> identify(String id) {
    return id.isEmpty() ? null : stage;
  }

  /** Nothing that Customer.io would know of. */
  public String describe() {
    return "a stage";
  }
}
