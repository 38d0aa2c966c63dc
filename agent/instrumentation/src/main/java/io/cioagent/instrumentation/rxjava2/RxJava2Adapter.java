package io.cioagent.instrumentation.rxjava2;

import io.cioagent.core.call.Call;
import io.cioagent.core.follow.DeferredCall;
import io.cioagent.instrumentation.ResultAdapter;
import io.cioagent.instrumentation.reactivestreams.ObservedSignals;
import io.cioagent.instrumentation.reactivestreams.ObservedSubscriber;
import io.reactivex.Completable;
import io.reactivex.CompletableObserver;
import io.reactivex.Flowable;
import io.reactivex.Maybe;
import io.reactivex.MaybeObserver;
import io.reactivex.Observable;
import io.reactivex.Observer;
import io.reactivex.Single;
import io.reactivex.SingleObserver;
import io.reactivex.disposables.Disposable;
import java.util.function.Consumer;

/**
 * A client method returned a source of RxJava 2. The application gets one that observes each
 * subscription. The same code as for RxJava 3, whose types have other names.
 */
public final class RxJava2Adapter extends ResultAdapter {
  @Override
  public Object observe(Object result, Call call) {
    DeferredCall deferred = DeferredCall.of(call);
    if (result instanceof Completable) {
      return completable((Completable) result, deferred);
    }
    if (result instanceof Single) {
      return single((Single<?>) result, deferred);
    }
    if (result instanceof Maybe) {
      return maybe((Maybe<?>) result, deferred);
    }
    if (result instanceof Observable) {
      return observable((Observable<?>) result, deferred);
    }
    return flowable((Flowable<?>) result, deferred);
  }

  private static Completable completable(Completable source, DeferredCall call) {
    return Completable.unsafeCreate(
        actual ->
            call.subscribe(
                subscription ->
                    source.subscribe(
                        new Observed<>(
                            subscription,
                            actual::onSubscribe,
                            null,
                            null,
                            actual::onError,
                            actual::onComplete))));
  }

  private static <T> Single<T> single(Single<T> source, DeferredCall call) {
    return Single.unsafeCreate(
        actual ->
            call.subscribe(
                subscription ->
                    source.subscribe(
                        new Observed<T>(
                            subscription,
                            actual::onSubscribe,
                            null,
                            actual::onSuccess,
                            actual::onError,
                            null))));
  }

  private static <T> Maybe<T> maybe(Maybe<T> source, DeferredCall call) {
    return Maybe.unsafeCreate(
        actual ->
            call.subscribe(
                subscription ->
                    source.subscribe(
                        new Observed<T>(
                            subscription,
                            actual::onSubscribe,
                            null,
                            actual::onSuccess,
                            actual::onError,
                            actual::onComplete))));
  }

  private static <T> Observable<T> observable(Observable<T> source, DeferredCall call) {
    return Observable.unsafeCreate(
        actual ->
            call.subscribe(
                subscription ->
                    source.subscribe(
                        new Observed<T>(
                            subscription,
                            actual::onSubscribe,
                            actual::onNext,
                            null,
                            actual::onError,
                            actual::onComplete))));
  }

  private static <T> Flowable<T> flowable(Flowable<T> source, DeferredCall call) {
    return Flowable.unsafeCreate(
        actual ->
            call.subscribe(
                subscription ->
                    source.subscribe(new ObservedSubscriber<>(actual, subscription, false))));
  }

  /** Stands between a source and the application's observer, of whichever kind. */
  static final class Observed<T> extends ObservedSignals<T, Disposable>
      implements CompletableObserver, SingleObserver<T>, MaybeObserver<T>, Observer<T>, Disposable {
    private Disposable upstream;

    Observed(
        DeferredCall.Subscription call,
        Consumer<? super Disposable> subscribe,
        Consumer<? super T> next,
        Consumer<? super T> success,
        Consumer<? super Throwable> error,
        Runnable complete) {
      super(call, subscribe, next, success, error, complete);
    }

    @Override
    public void onSubscribe(Disposable source) {
      upstream = source;
      subscribed(this);
    }

    @Override
    public void dispose() {
      disposed();
      upstream.dispose();
    }

    @Override
    public boolean isDisposed() {
      return upstream.isDisposed();
    }
  }
}
