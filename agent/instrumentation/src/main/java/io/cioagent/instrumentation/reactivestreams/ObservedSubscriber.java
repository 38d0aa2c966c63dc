package io.cioagent.instrumentation.reactivestreams;

import io.cioagent.core.follow.DeferredCall;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * Stands between a publisher and the application's subscriber: passes on every signal as it comes,
 * and ends the call with the first one that decides the outcome.
 *
 * @param <S> the application's subscriber
 */
public class ObservedSubscriber<T, S extends Subscriber<? super T>>
    implements Subscriber<T>, Subscription {
  protected final S actual;
  private final DeferredCall.Subscription call;
  private final boolean single;
  private Subscription upstream;

  /**
   * @param single whether the first value is the outcome: many cancel a publisher of one value once
   *     they have it
   */
  public ObservedSubscriber(S actual, DeferredCall.Subscription call, boolean single) {
    this.actual = actual;
    this.call = call;
    this.single = single;
  }

  @Override
  public final void onSubscribe(Subscription subscription) {
    upstream = subscription;
    call.outside(() -> actual.onSubscribe(this));
  }

  @Override
  public final void onNext(T value) {
    if (single) {
      call.ended(null);
    } else {
      call.delivered();
    }
    call.outside(() -> actual.onNext(value));
  }

  @Override
  public final void onError(Throwable error) {
    call.ended(error);
    call.outside(() -> actual.onError(error));
  }

  @Override
  public final void onComplete() {
    call.ended(null);
    call.outside(actual::onComplete);
  }

  @Override
  public final void request(long count) {
    call.within(() -> upstream.request(count));
  }

  @Override
  public final void cancel() {
    call.cancelled();
    upstream.cancel();
  }
}
