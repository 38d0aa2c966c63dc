package io.cioagent.instrumentation.logcontext;

import io.cioagent.core.observe.LogContext;
import io.cioagent.core.observe.Observer;
import org.apache.log4j.MDC;

/** Log4j 1 has one for all, used by its static methods. */
public final class Log4j1Adapter extends StoreAdapter {

  public Log4j1Adapter(Observer observer) {
    super(observer);
  }

  @Override
  LogContext contextOf(Object store) {
    return new Context();
  }

  private static final class Context implements LogContext {

    @Override
    public String get(String key) {
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
  }
}
