package io.cioagent.instrumentation.rxjava2;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.Observable;
import io.reactivex.disposables.Disposable;

/** A client method returned a {@code Observable}. */
public final class ObservableAdapter extends ResultAdapter {

  public ObservableAdapter(Observer observer) {
    super(observer, "rxjava2");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Observable<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Observable<T> observed(Observable<T> source, DeferredCall call) {
    return Observable.unsafeCreate(
        observer ->
            call.subscribe(
                subscription -> source.subscribe(new Observed<>(observer, subscription))));
  }

  private static final class Observed<T> extends ObservedDisposable
      implements io.reactivex.Observer<T> {
    private final io.reactivex.Observer<? super T> actual;

    Observed(io.reactivex.Observer<? super T> actual, DeferredCall.Subscription call) {
      super(call);
      this.actual = actual;
    }

    @Override
    public void onSubscribe(Disposable source) {
      disposes(source);
      call.outside(() -> actual.onSubscribe(this));
    }

    @Override
    public void onNext(T value) {
      call.delivered();
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
  }
}
