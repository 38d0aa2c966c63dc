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

/** What a client method returns is replaced by a source that observes each subscription. */
public final class RxJava2Adapters {

  private RxJava2Adapters() {}

  /** A client method returned a {@code Completable}. */
  public static final class CompletableResult extends ResultAdapter {
    public CompletableResult(io.cioagent.core.observe.Observer observer) {
      super(observer);
    }

    @Override
    public Object observe(Object result, Call call) {
      return observed((Completable) result, DeferredCall.of(call));
    }

    private static Completable observed(Completable source, DeferredCall call) {
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
  }

  /** A client method returned a {@code Single}. */
  public static final class SingleResult extends ResultAdapter {
    public SingleResult(io.cioagent.core.observe.Observer observer) {
      super(observer);
    }

    @Override
    public Object observe(Object result, Call call) {
      return observed((Single<?>) result, DeferredCall.of(call));
    }

    private static <T> Single<T> observed(Single<T> source, DeferredCall call) {
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
  }

  /** A client method returned a {@code Maybe}. */
  public static final class MaybeResult extends ResultAdapter {
    public MaybeResult(io.cioagent.core.observe.Observer observer) {
      super(observer);
    }

    @Override
    public Object observe(Object result, Call call) {
      return observed((Maybe<?>) result, DeferredCall.of(call));
    }

    private static <T> Maybe<T> observed(Maybe<T> source, DeferredCall call) {
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
  }

  /** A client method returned an {@code Observable}. */
  public static final class ObservableResult extends ResultAdapter {
    public ObservableResult(io.cioagent.core.observe.Observer observer) {
      super(observer);
    }

    @Override
    public Object observe(Object result, Call call) {
      return observed((Observable<?>) result, DeferredCall.of(call));
    }

    private static <T> Observable<T> observed(Observable<T> source, DeferredCall call) {
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
  }

  /** A client method returned a {@code Flowable}. */
  public static final class FlowableResult extends ResultAdapter {
    public FlowableResult(io.cioagent.core.observe.Observer observer) {
      super(observer);
    }

    @Override
    public Object observe(Object result, Call call) {
      return observed((Flowable<?>) result, DeferredCall.of(call));
    }

    private static <T> Flowable<T> observed(Flowable<T> source, DeferredCall call) {
      return Flowable.unsafeCreate(
          actual ->
              call.subscribe(
                  subscription ->
                      source.subscribe(new ObservedSubscriber<>(actual, subscription, false))));
    }
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
