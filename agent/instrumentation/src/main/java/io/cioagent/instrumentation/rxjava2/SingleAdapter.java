package io.cioagent.instrumentation.rxjava2;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.Single;

/** A client method returned a {@code Single}. */
public final class SingleAdapter extends ResultAdapter {

  public SingleAdapter(Observer observer) {
    super(observer, "rxjava2");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Single<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Single<T> observed(Single<T> source, DeferredCall call) {
    return Single.unsafeCreate(
        observer ->
            call.subscribe(
                subscription ->
                    source
                        .doOnEvent((value, error) -> subscription.ended(error))
                        .doOnDispose(subscription::cancelled)
                        .subscribe(observer)));
  }
}
