package io.cioagent.instrumentation.rxjava2;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.Flowable;

/** A client method returned a {@code Flowable}. */
public final class FlowableAdapter extends ResultAdapter {

  public FlowableAdapter(Observer observer) {
    super(observer, "rxjava2");
  }

  @Override
  public Object observe(Object result, Call call) {
    return observed((Flowable<?>) result, DeferredCall.of(observer(), call));
  }

  private static <T> Flowable<T> observed(Flowable<T> source, DeferredCall call) {
    return Flowable.unsafeCreate(
        observer ->
            call.subscribe(
                subscription ->
                    source
                        .doOnError(subscription::ended)
                        .doOnComplete(() -> subscription.ended(null))
                        .doOnCancel(subscription::cancelled)
                        .subscribe(observer)));
  }
}
