package io.cioagent.instrumentation.logcontext;

import io.cioagent.core.observe.LogContext;
import io.cioagent.core.observe.Observer;
import java.lang.ref.WeakReference;
import org.apache.logging.log4j.spi.ThreadContextMap;

/** Log4j 2 keeps it behind an interface of its own. */
public final class Log4j2Adapter extends StoreAdapter {

  public Log4j2Adapter(Observer observer) {
    super(observer);
  }

  @Override
  LogContext contextOf(Object store) {
    return new Context((ThreadContextMap) store);
  }

  private static final class Context implements LogContext {
    private final WeakReference<ThreadContextMap> known;

    Context(ThreadContextMap store) {
      known = new WeakReference<>(store);
    }

    @Override
    public String get(String key) {
      ThreadContextMap store = known.get();
      return store == null ? null : store.get(key);
    }

    @Override
    public void put(String key, String value) {
      ThreadContextMap store = known.get();
      if (store != null) {
        store.put(key, value);
      }
    }

    @Override
    public void remove(String key) {
      ThreadContextMap store = known.get();
      if (store != null) {
        store.remove(key);
      }
    }
  }
}
