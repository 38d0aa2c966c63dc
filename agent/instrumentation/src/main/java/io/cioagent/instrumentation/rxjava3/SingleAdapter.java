package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.core.SingleObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** A client method returned a {@code Single}. */
public final class SingleAdapter extends ResultAdapter {

  public SingleAdapter(Observer observer) {
    super(observer, "rxjava3");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Single<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Single<T> observed(Single<T> source, DeferredCall call) {
    return Single.unsafeCreate(
        observer ->
            call.subscribe(
                subscription -> source.subscribe(new Observed<>(observer, subscription))));
  }

  private static final class Observed<T> extends ObservedDisposable implements SingleObserver<T> {
    private final SingleObserver<? super T> actual;

    Observed(SingleObserver<? super T> actual, DeferredCall.Subscription call) {
      super(call);
      this.actual = actual;
    }

    @Override
    public void onSubscribe(Disposable source) {
      disposes(source);
      call.outside(() -> actual.onSubscribe(this));
    }

    @Override
    public void onSuccess(T value) {
      call.ended(null);
      call.outside(() -> actual.onSuccess(value));
    }

    @Override
    public void onError(Throwable error) {
      call.ended(error);
      call.outside(() -> actual.onError(error));
    }
  }
}
