package io.cioagent.instrumentation;

import io.cioagent.bridge.Handler;
import io.cioagent.core.observe.Observer;
import org.jspecify.annotations.Nullable;

/**
 * A handler that does nothing by default and counts its own failures, under the name of its
 * package.
 */
public abstract class Adapter implements Handler {
  private Observer observer;
  private final String name = PackageName.lastPartOf(getClass());

  /** An adapter that is linked with a copy of its library; {@link #attach} is called next. */
  @SuppressWarnings("NullAway.Init") // attach() sets the observer.
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
  public @Nullable Object enter(
      @Nullable Object first, @Nullable Object second, @Nullable Object third) {
    return null;
  }

  @Override
  public void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown) {}

  @Override
  public void event(@Nullable Object first, @Nullable Object second, @Nullable Object third) {}

  @Override
  public final void failed(Throwable failure) {
    observer.failed(name, failure);
  }
}
