package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Maybe;

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
                subscription ->
                    source
                        .doOnEvent((value, error) -> subscription.ended(error))
                        .doOnDispose(subscription::cancelled)
                        .subscribe(observer)));
  }
}
