package io.cioagent.instrumentation.logcontext;

import io.cioagent.core.observe.LogContext;
import io.cioagent.core.observe.Observer;
import java.lang.ref.WeakReference;
import org.slf4j.spi.MDCAdapter;

/** Logback keeps it behind the interface that SLF4J has for that. */
public final class LogbackAdapter extends StoreAdapter {

  public LogbackAdapter(Observer observer) {
    super(observer);
  }

  @Override
  LogContext contextOf(Object store) {
    return new Context((MDCAdapter) store);
  }

  private static final class Context implements LogContext {
    private final WeakReference<MDCAdapter> known;

    Context(MDCAdapter store) {
      known = new WeakReference<>(store);
    }

    @Override
    public String get(String key) {
      MDCAdapter store = known.get();
      return store == null ? null : store.get(key);
    }

    @Override
    public void put(String key, String value) {
      MDCAdapter store = known.get();
      if (store != null) {
        store.put(key, value);
      }
    }

    @Override
    public void remove(String key) {
      MDCAdapter store = known.get();
      if (store != null) {
        store.remove(key);
      }
    }
  }
}
