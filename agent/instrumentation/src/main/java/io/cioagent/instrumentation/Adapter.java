package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;

/** A handler that does nothing yet and counts its own failures. */
public abstract class Adapter implements Handler {
  private final Observer observer;
  private final String name;

  /**
   * @param name what a failure is counted under, one of a few fixed names
   */
  protected Adapter(Observer observer, String name) {
    this.observer = observer;
    this.name = name;
  }

  protected final Observer observer() {
    return observer;
  }

  @Override
  public Object enter(Object first, Object second, Object third) {
    return null;
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {}

  @Override
  public final void failed(Throwable failure) {
    observer.failed(name, failure);
  }
}
