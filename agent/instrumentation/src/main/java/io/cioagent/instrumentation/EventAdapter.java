package io.cioagent.instrumentation;

import io.cioagent.core.observe.Observer;
import org.jspecify.annotations.Nullable;

/**
 * Gets the values of a {@link Shape} that calls it once: {@link Shape#before}, {@link Shape#after}
 * or {@link Shape#atEnd}. Called on the application's threads, concurrently.
 */
public final class EventAdapter {
  private EventAdapter() {}

  /** One value. */
  public abstract static class One<A> extends Adapter {
    protected One() {}

    protected One(Observer observer) {
      super(observer);
    }

    protected abstract void on(A first);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // The instrumentation names the value's type.
    public final void event(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      on((A) first);
    }
  }

  /** Two values. */
  public abstract static class Two<A, B> extends Adapter {
    protected Two() {}

    protected Two(Observer observer) {
      super(observer);
    }

    protected abstract void on(A first, B second);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as above
    public final void event(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      on((A) first, (B) second);
    }
  }

  /** Three values. */
  public abstract static class Three<A, B, C> extends Adapter {
    protected Three() {}

    protected Three(Observer observer) {
      super(observer);
    }

    protected abstract void on(A first, B second, C third);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // as above
    public final void event(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      on((A) first, (B) second, (C) third);
    }
  }
}
