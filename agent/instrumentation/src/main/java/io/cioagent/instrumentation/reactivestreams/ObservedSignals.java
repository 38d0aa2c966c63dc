package io.cioagent.instrumentation.reactivestreams;

import io.cioagent.core.follow.DeferredCall;
import java.util.function.Consumer;

/**
 * As {@link ObservedSubscriber}, for RxJava's own kinds of observers, which each get some of these
 * signals. A subclass implements their interfaces, whose names differ between RxJava's generations.
 *
 * @param <D> what the observer may dispose of
 */
public abstract class ObservedSignals<T, D> {
  private final DeferredCall.Subscription call;
  private final Consumer<? super D> subscribe;
  private final Consumer<? super T> next;
  private final Consumer<? super T> success;
  private final Consumer<? super Throwable> error;
  private final Runnable complete;

  /** Those of the application's observer; null for signals that its kind does not get. */
  protected ObservedSignals(
      DeferredCall.Subscription call,
      Consumer<? super D> subscribe,
      Consumer<? super T> next,
      Consumer<? super T> success,
      Consumer<? super Throwable> error,
      Runnable complete) {
    this.call = call;
    this.subscribe = subscribe;
    this.next = next;
    this.success = success;
    this.error = error;
    this.complete = complete;
  }

  /**
   * The source accepts the subscription.
   *
   * @param observed what the application gets to dispose of
   */
  protected final void subscribed(D observed) {
    call.outside(() -> subscribe.accept(observed));
  }

  public final void onNext(T value) {
    call.delivered();
    call.outside(() -> next.accept(value));
  }

  public final void onSuccess(T value) {
    call.ended(null);
    call.outside(() -> success.accept(value));
  }

  public final void onError(Throwable thrown) {
    call.ended(thrown);
    call.outside(() -> error.accept(thrown));
  }

  public final void onComplete() {
    call.ended(null);
    call.outside(complete);
  }

  /** The application disposes of the source. */
  protected final void disposed() {
    call.cancelled();
  }
}
