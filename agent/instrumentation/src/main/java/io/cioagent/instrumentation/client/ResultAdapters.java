package io.cioagent.instrumentation.client;

import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.AdapterLinker;
import io.cioagent.instrumentation.ResultAdapter;
import io.cioagent.instrumentation.kotlincoroutines.ContinuationAdapters;
import io.cioagent.instrumentation.reactor.ReactorAdapters;
import io.cioagent.instrumentation.rxjava2.RxJava2Adapter;
import io.cioagent.instrumentation.rxjava3.RxJava3Adapter;
import io.cioagent.instrumentation.scala.FutureAdapter;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The adapters of asynchronous results of libraries, by the return type of a client method. */
final class ResultAdapters {
  private static final String COMPILED_CONTINUATION =
      "kotlin.coroutines.jvm.internal.BaseContinuationImpl";

  private final AdapterLinker linker;
  private final Map<String, Function<Object, @Nullable Adapter>> linked = new ConcurrentHashMap<>();

  ResultAdapters(AdapterLinker linker) {
    this.linker = linker;
  }

  /** Finds the {@link ResultAdapter} of a result; null for other types. */
  @Nullable Function<Object, @Nullable Adapter> of(String declaredType) {
    Class<? extends ResultAdapter> adapter = adapterOf(declaredType);
    return adapter == null
        ? null
        : linked.computeIfAbsent(
            declaredType, name -> linker.link(adapter, Collections.singleton(name)));
  }

  /** Finds the adapter that knows what a continuation of Kotlin's completes. */
  Function<Object, @Nullable Adapter> completions() {
    return linked.computeIfAbsent(
        COMPILED_CONTINUATION,
        name -> linker.link(ContinuationAdapters.Completion.class, Collections.singleton(name)));
  }

  /** One by one, as each class of them costs start-up. */
  private static @Nullable Class<? extends ResultAdapter> adapterOf(String declaredType) {
    switch (declaredType) {
      case "reactor.core.publisher.Mono":
        return ReactorAdapters.MonoResult.class;
      case "reactor.core.publisher.Flux":
        return ReactorAdapters.FluxResult.class;
      case "io.reactivex.Single":
      case "io.reactivex.Maybe":
      case "io.reactivex.Completable":
      case "io.reactivex.Observable":
      case "io.reactivex.Flowable":
        return RxJava2Adapter.class;
      case "io.reactivex.rxjava3.core.Single":
      case "io.reactivex.rxjava3.core.Maybe":
      case "io.reactivex.rxjava3.core.Completable":
      case "io.reactivex.rxjava3.core.Observable":
      case "io.reactivex.rxjava3.core.Flowable":
        return RxJava3Adapter.class;
      case "scala.concurrent.Future":
        return FutureAdapter.class;
      default:
        return null;
    }
  }
}
