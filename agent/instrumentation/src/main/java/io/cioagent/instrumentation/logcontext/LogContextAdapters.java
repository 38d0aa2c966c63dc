package io.cioagent.instrumentation.logcontext;

import io.cioagent.core.follow.LogContext;
import io.cioagent.core.follow.LogContexts;
import io.cioagent.instrumentation.EventAdapter;
import io.cioagent.instrumentation.LibraryObjects;
import java.lang.ref.WeakReference;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.apache.log4j.MDC;
import org.apache.logging.log4j.spi.ThreadContextMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.spi.MDCAdapter;

/** The stores of logging libraries, each of which is a log context from when it is first seen. */
final class LogContextAdapters {
  private static final LibraryObjects<LogContext> KNOWN = new LibraryObjects<>();

  private LogContextAdapters() {}

  /** A store of any library is there. */
  abstract static class Store<S> extends EventAdapter.One<S> {
    @Override
    protected final void on(S store) {
      LogContexts contexts = observer().logContexts();
      if (contexts != null && KNOWN.get(store) == null) {
        LogContext context = contextOf(store);
        KNOWN.put(store, context);
        contexts.add(context);
      }
    }

    /** Must hold the store weakly: it is known for as long as that lives. */
    abstract LogContext contextOf(S store);
  }

  /** Logback implements the interface that SLF4J has for this. */
  public static final class Logback extends Store<MDCAdapter> {
    @Override
    LogContext contextOf(MDCAdapter store) {
      return new StoredContext<>(store, MDCAdapter::get, MDCAdapter::put, MDCAdapter::remove);
    }
  }

  /** Log4j 2 has an interface of its own. */
  public static final class Log4j2 extends Store<ThreadContextMap> {
    @Override
    LogContext contextOf(ThreadContextMap store) {
      return new StoredContext<>(
          store, ThreadContextMap::get, ThreadContextMap::put, ThreadContextMap::remove);
    }
  }

  /** Log4j 1 has one store for all, used by its static methods. */
  public static final class Log4j1 extends Store<MDC> {
    @Override
    LogContext contextOf(MDC store) {
      return new LogContext() {
        @Override
        public @Nullable String get(String key) {
          Object value = MDC.get(key);
          return value instanceof String ? (String) value : null;
        }

        @Override
        public void put(String key, String value) {
          MDC.put(key, value);
        }

        @Override
        public void remove(String key) {
          MDC.remove(key);
        }
      };
    }
  }

  /** A context in a store that is held weakly. */
  private static final class StoredContext<S> implements LogContext {
    private final WeakReference<S> known;
    private final BiFunction<S, String, String> get;
    private final Put<S> put;
    private final BiConsumer<S, String> remove;

    StoredContext(
        S store, BiFunction<S, String, String> get, Put<S> put, BiConsumer<S, String> remove) {
      this.known = new WeakReference<>(store);
      this.get = get;
      this.put = put;
      this.remove = remove;
    }

    private interface Put<S> {
      void put(S store, String key, String value);
    }

    @Override
    public @Nullable String get(String key) {
      S store = known.get();
      return store == null ? null : get.apply(store, key);
    }

    @Override
    public void put(String key, String value) {
      S store = known.get();
      if (store != null) {
        put.put(store, key, value);
      }
    }

    @Override
    public void remove(String key) {
      S store = known.get();
      if (store != null) {
        remove.accept(store, key);
      }
    }
  }
}
