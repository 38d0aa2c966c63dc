package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.MaybeObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** A client method returned a {@code Maybe}. */
public final class MaybeAdapter extends ResultAdapter {

  public MaybeAdapter(Observer observer) {
    super(observer, "rxjava3");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Maybe<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Maybe<T> observed(Maybe<T> source, DeferredCall call) {
    return Maybe.unsafeCreate(
        observer ->
            call.subscribe(
                subscription -> source.subscribe(new Observed<>(observer, subscription))));
  }

  private static final class Observed<T> extends ObservedDisposable implements MaybeObserver<T> {
    private final MaybeObserver<? super T> actual;

    Observed(MaybeObserver<? super T> actual, DeferredCall.Subscription call) {
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

    @Override
    public void onComplete() {
      call.ended(null);
      call.outside(actual::onComplete);
    }
  }
}
