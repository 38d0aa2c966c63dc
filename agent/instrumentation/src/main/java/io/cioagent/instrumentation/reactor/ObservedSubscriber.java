package io.cioagent.instrumentation.reactor;

import io.cioagent.core.observe.DeferredCall;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/** Passes every signal on as it comes; the first one that ends the subscription ends the call. */
final class ObservedSubscriber<T> implements CoreSubscriber<T>, Subscription {
  private final CoreSubscriber<? super T> actual;
  private final DeferredCall.Subscription call;
  private Subscription upstream;

  ObservedSubscriber(CoreSubscriber<? super T> actual, DeferredCall.Subscription call) {
    this.actual = actual;
    this.call = call;
  }

  @Override
  public Context currentContext() {
    return actual.currentContext();
  }

  @Override
  public void onSubscribe(Subscription subscription) {
    upstream = subscription;
    actual.onSubscribe(this);
  }

  @Override
  public void onNext(T value) {
    actual.onNext(value);
  }

  @Override
  public void onError(Throwable error) {
    call.ended(error);
    actual.onError(error);
  }

  @Override
  public void onComplete() {
    call.ended(null);
    actual.onComplete();
  }

  @Override
  public void request(long count) {
    upstream.request(count);
  }

  @Override
  public void cancel() {
    call.cancelled();
    upstream.cancel();
  }
}
