package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;

/**
 * A handler that does nothing by default and counts its own failures, under the name of its
 * package.
 */
public abstract class Adapter implements Handler {
  private Observer observer;
  private final String name = PackageName.lastPartOf(getClass());

  /** An adapter that is linked with a copy of its library; {@link #attach} is called next. */
  protected Adapter() {}

  /** An adapter that its instrumentation creates. */
  protected Adapter(Observer observer) {
    this.observer = observer;
  }

  /** Sets the observer of a linked adapter, before its first use. */
  public final void attach(Observer linkingObserver) {
    observer = linkingObserver;
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
