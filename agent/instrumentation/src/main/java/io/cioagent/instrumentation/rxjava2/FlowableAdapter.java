package io.cioagent.instrumentation.rxjava2;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import io.reactivex.Flowable;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

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
        subscriber ->
            call.subscribe(
                subscription -> source.subscribe(new Observed<>(subscriber, subscription))));
  }

  private static final class Observed<T> implements Subscriber<T>, Subscription {
    private final Subscriber<? super T> actual;
    private final DeferredCall.Subscription call;
    private Subscription upstream;

    Observed(Subscriber<? super T> actual, DeferredCall.Subscription call) {
      this.actual = actual;
      this.call = call;
    }

    @Override
    public void onSubscribe(Subscription source) {
      upstream = source;
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

    @Override
    public void request(long count) {
      call.within(() -> upstream.request(count));
    }

    @Override
    public void cancel() {
      call.cancelled();
      upstream.cancel();
    }
  }
}
