package io.cioagent.instrumentation.logcontext;

import static io.cioagent.instrumentation.MethodMatcher.anyConstructor;
import static io.cioagent.instrumentation.MethodMatcher.named;
import static io.cioagent.instrumentation.Shape.after;
import static io.cioagent.instrumentation.Shape.before;
import static io.cioagent.instrumentation.Value.THIS;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.LibraryInstrumentation;
import io.cioagent.instrumentation.MethodMatcher;

/**
 * Weaves the stores themselves where they are made, and where they are used, as a store may be
 * older than the agent. Nothing is woven unless the ids of spans are wanted in log lines.
 *
 * <p>SLF4J's facade would be less code, but it chooses its binding at the first use.
 */
public final class LogContextInstrumentation extends LibraryInstrumentation {
  private static final MethodMatcher USE =
      named(
              "put",
              "getPropertyMap",
              "getCopyOfContextMap",
              "getCopy",
              "getImmutableMapOrNull",
              "getReadOnlyContextData",
              "get0",
              "put0")
          .ofInstances();

  private final boolean wanted;

  public LogContextInstrumentation(Observer observer) {
    wanted = observer.logContexts() != null;
    stores(
        LogContextAdapters.Logback.class,
        "ch.qos.logback.classic.util.LogbackMDCAdapter",
        "ch.qos.logback.classic.util.LogbackMDCAdapterSimple");
    stores(
        LogContextAdapters.Log4j2.class,
        "org.apache.logging.log4j.spi.DefaultThreadContextMap",
        "org.apache.logging.log4j.spi.CopyOnWriteSortedArrayThreadContextMap",
        "org.apache.logging.log4j.spi.GarbageFreeSortedArrayThreadContextMap",
        "org.apache.logging.log4j.core.context.internal.GarbageFreeSortedArrayThreadContextMap");
    stores(LogContextAdapters.Log4j1.class, "org.apache.log4j.MDC");
  }

  private void stores(Class<? extends Adapter> adapter, String... names) {
    type(names)
        .when(type -> wanted)
        .required(anyConstructor(), after(THIS), adapter)
        .required(USE, before(THIS), adapter);
  }
}
