package io.cioagent.instrumentation.rxjava3;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.rxjava3.core.Completable;

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
            call.subscribe(
                subscription ->
                    source
                        .doOnEvent(subscription::ended)
                        .doOnDispose(subscription::cancelled)
                        .subscribe(observer)));
  }
}
