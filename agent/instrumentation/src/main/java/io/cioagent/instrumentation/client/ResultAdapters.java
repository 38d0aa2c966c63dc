package io.cioagent.instrumentation.client;

import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AdapterLinker;
import io.cioagent.instrumentation.ResultAdapter;
import io.cioagent.instrumentation.kotlincoroutines.ContinuationAdapters;
import io.cioagent.instrumentation.reactor.FluxAdapter;
import io.cioagent.instrumentation.reactor.MonoAdapter;
import io.cioagent.instrumentation.scala.FutureAdapter;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** Who hears of results that are of no kind of the JDK's, by the type that a method declares. */
final class ResultAdapters {
  private static final String COMPILED_CONTINUATION =
      "kotlin.coroutines.jvm.internal.BaseContinuationImpl";

  private final AdapterLinker linker;
  private final Map<String, Function<Object, Adapter>> linked = new ConcurrentHashMap<>();

  ResultAdapters(AdapterLinker linker) {
    this.linker = linker;
  }

  /** Finds the {@link ResultAdapter} of a result; null where that type is none of a library's. */
  Function<Object, Adapter> of(String declaredType) {
    Class<? extends ResultAdapter> adapter = adapterOf(declaredType);
    return adapter == null
        ? null
        : linked.computeIfAbsent(
            declaredType, name -> linker.link(adapter, Collections.singleton(name)));
  }

  /** Finds the adapter that knows what a continuation of Kotlin's completes. */
  Function<Object, Adapter> completions() {
    return linked.computeIfAbsent(
        COMPILED_CONTINUATION,
        name -> linker.link(ContinuationAdapters.Completion.class, Collections.singleton(name)));
  }

  /** One by one, as each class of them costs start-up. */
  private static Class<? extends ResultAdapter> adapterOf(String declaredType) {
    switch (declaredType) {
      case "reactor.core.publisher.Mono":
        return MonoAdapter.class;
      case "reactor.core.publisher.Flux":
        return FluxAdapter.class;
      case "io.reactivex.Single":
        return io.cioagent.instrumentation.rxjava2.SingleAdapter.class;
      case "io.reactivex.Maybe":
        return io.cioagent.instrumentation.rxjava2.MaybeAdapter.class;
      case "io.reactivex.Completable":
        return io.cioagent.instrumentation.rxjava2.CompletableAdapter.class;
      case "io.reactivex.Observable":
        return io.cioagent.instrumentation.rxjava2.ObservableAdapter.class;
      case "io.reactivex.Flowable":
        return io.cioagent.instrumentation.rxjava2.FlowableAdapter.class;
      case "io.reactivex.rxjava3.core.Single":
        return io.cioagent.instrumentation.rxjava3.SingleAdapter.class;
      case "io.reactivex.rxjava3.core.Maybe":
        return io.cioagent.instrumentation.rxjava3.MaybeAdapter.class;
      case "io.reactivex.rxjava3.core.Completable":
        return io.cioagent.instrumentation.rxjava3.CompletableAdapter.class;
      case "io.reactivex.rxjava3.core.Observable":
        return io.cioagent.instrumentation.rxjava3.ObservableAdapter.class;
      case "io.reactivex.rxjava3.core.Flowable":
        return io.cioagent.instrumentation.rxjava3.FlowableAdapter.class;
      case "scala.concurrent.Future":
        return FutureAdapter.class;
      default:
        return null;
    }
  }
}
