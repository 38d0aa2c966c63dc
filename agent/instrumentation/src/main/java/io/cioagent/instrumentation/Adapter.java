package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;

/** A handler that does nothing by default and counts its own failures. */
public abstract class Adapter implements Handler {
  private final Observer observer;
  private final String name;

  /** Its failures are counted under the name of its package. */
  protected Adapter(Observer observer) {
    this.observer = observer;
    this.name = PackageName.lastPartOf(getClass());
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
  public void event(Object first, Object second, Object third) {}

  @Override
  public final void failed(Throwable failure) {
    observer.failed(name, failure);
  }
}
