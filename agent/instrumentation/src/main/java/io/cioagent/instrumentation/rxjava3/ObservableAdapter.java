package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Observable;

/** A client method returned a {@code Observable}. */
public final class ObservableAdapter extends ResultAdapter {

  public ObservableAdapter(Observer observer) {
    super(observer, "rxjava3");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Observable<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Observable<T> observed(Observable<T> source, DeferredCall call) {
    return Observable.unsafeCreate(
        observer ->
            call.subscribe(
                subscription ->
                    source
                        .doOnError(subscription::ended)
                        .doOnComplete(() -> subscription.ended(null))
                        .doOnDispose(subscription::cancelled)
                        .subscribe(observer)));
  }
}
