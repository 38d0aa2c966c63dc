package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.CompletableObserver;
import io.reactivex.rxjava3.disposables.Disposable;

/** A client method returned a {@code Completable}. */
public final class CompletableAdapter extends ResultAdapter {

  public CompletableAdapter(Observer observer) {
    super(observer, "rxjava3");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Completable) result, DeferredCall.of(observer(), call));
  }

  private static Completable observed(Completable source, DeferredCall call) {
    return Completable.unsafeCreate(
        observer ->
            call.subscribe(subscription -> source.subscribe(new Observed(observer, subscription))));
  }

  private static final class Observed extends ObservedDisposable implements CompletableObserver {
    private final CompletableObserver actual;

    Observed(CompletableObserver actual, DeferredCall.Subscription call) {
      super(call);
      this.actual = actual;
    }

    @Override
    public void onSubscribe(Disposable source) {
      disposes(source);
      call.outside(() -> actual.onSubscribe(this));
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
