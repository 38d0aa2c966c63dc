package io.cioagent.instrumentation.reactor;

import io.cioagent.core.observe.DeferredCall;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Passes every signal on as it comes; the first one that says the outcome ends the call. */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription {
  private final CoreSubscriber<? super T> actual;
  private final DeferredCall.Subscription call;

  /** Whether the first value is the outcome: many cancel a {@code Mono} that has given theirs. */
  private final boolean single;

  private Subscription upstream;

  ObservedSubscriber(
      CoreSubscriber<? super T> actual, DeferredCall.Subscription call, boolean single) {
    this.actual = actual;
    this.call = call;
    this.single = single;
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    call.outside(() -> actual.onSubscribe(this));
  }

  @Override
  public void onNext(T value) {
    if (single) {
      call.ended(null);
    } else {
      call.delivered();
    }
    call.outside(() -> actual.onNext(value));
  }

  @Override
  public void onError(Throwable error) {
    call.ended(error);
    call.outside(() -> actual.onError(error));
  }

  @Override
  public void onComplete() {
    call.ended(null);
    call.outside(actual::onComplete);
  }

  @Override
  public void request(long count) {
    call.within(() -> upstream.request(count));
  }

  @Override
  public void cancel() {
    call.cancelled();
    upstream.cancel();
  }
}
