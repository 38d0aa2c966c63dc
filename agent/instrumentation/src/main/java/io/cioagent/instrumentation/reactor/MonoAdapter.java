package io.cioagent.instrumentation.reactor;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.DeferredCall;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.ResultAdapter;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;

/** A client method returned a {@code Mono}. */
public final class MonoAdapter extends ResultAdapter {

  public MonoAdapter(Observer observer) {
    super(observer, "reactor");
  }

  @Override
  public Object observe(Object result, Call call) {
    return new ObservedMono<>((Mono<?>) result, DeferredCall.of(observer(), call));
  }

  /** The same, heard of. */
  private static final class ObservedMono<T> extends MonoOperator<T, T> {
    private final DeferredCall call;

    ObservedMono(Mono<T> source, DeferredCall call) {
      super(source);
      this.call = call;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      call.subscribe(
          subscription -> source.subscribe(new ObservedSubscriber<>(actual, subscription, true)));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Reactor declares it
    public Object scanUnsafe(Attr key) {
      return key == Attr.NAME ? Scannable.from(source).name() : super.scanUnsafe(key);
    }

    /** Called by versions that have it. The name is part of exceptions and of metrics. */
    @Override
    public String stepName() {
      return Scannable.from(source).stepName();
    }

    @Override
    public String toString() {
      return source.toString();
    }
  }
}
