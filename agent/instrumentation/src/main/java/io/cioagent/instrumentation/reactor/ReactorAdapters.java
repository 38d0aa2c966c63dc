package io.cioagent.instrumentation.reactor;

import io.cioagent.core.call.Call;
import io.cioagent.core.follow.DeferredCall;
import io.cioagent.instrumentation.ResultAdapter;
import io.cioagent.instrumentation.reactivestreams.ObservedSubscriber;
import reactor.core.CoreSubscriber;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * What a client method returns is replaced by an operator that observes each subscription and looks
 * like its source.
 */
public final class ReactorAdapters {

  private ReactorAdapters() {}

  /** A client method returned a {@code Mono}. */
  public static final class MonoResult extends ResultAdapter {
    @Override
    public Object observe(Object result, Call call) {
      return new ObservedMono<>((Mono<?>) result, DeferredCall.of(call));
    }
  }

  static final class ObservedMono<T> extends MonoOperator<T, T> {
    private final DeferredCall call;

    ObservedMono(Mono<T> source, DeferredCall call) {
      super(source);
      this.call = call;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      call.subscribe(
          subscription -> source.subscribe(new WithContext<T>(actual, subscription, true)));
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

  /** A client method returned a {@code Flux}. */
  public static final class FluxResult extends ResultAdapter {
    @Override
    public Object observe(Object result, Call call) {
      return new ObservedFlux<>((Flux<?>) result, DeferredCall.of(call));
    }
  }

  static final class ObservedFlux<T> extends FluxOperator<T, T> {
    private final DeferredCall call;

    ObservedFlux(Flux<T> source, DeferredCall call) {
      super(source);
      this.call = call;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
      call.subscribe(
          subscription -> source.subscribe(new WithContext<T>(actual, subscription, false)));
    }

    @Override
    @SuppressWarnings("rawtypes") // as Reactor declares it
    public Object scanUnsafe(Attr key) {
      return key == Attr.NAME ? Scannable.from(source).name() : super.scanUnsafe(key);
    }

    /** As that of {@link ObservedMono}. */
    @Override
    public String stepName() {
      return Scannable.from(source).stepName();
    }

    @Override
    public String toString() {
      return source.toString();
    }
  }

  /** Passes on the subscriber's context as well. */
  static final class WithContext<T> extends ObservedSubscriber<T, CoreSubscriber<? super T>>
      implements CoreSubscriber<T> {

    WithContext(CoreSubscriber<? super T> actual, DeferredCall.Subscription call, boolean single) {
      super(actual, call, single);
    }

    @Override
    public Context currentContext() {
      return actual.currentContext();
    }
  }
}
