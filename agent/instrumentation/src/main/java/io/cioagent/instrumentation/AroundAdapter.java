package io.cioagent.instrumentation;

import io.cioagent.core.observe.Observer;
import org.jspecify.annotations.Nullable;

/**
 * Gets the values of a {@link Shape#around} and the like: at the beginning of the method, and at
 * its end if {@code enter} returns a scope. Called on the application's threads, concurrently.
 */
public final class AroundAdapter {
  private AroundAdapter() {}

  /**
   * What all have in common.
   *
   * @param <S> what is carried from the beginning to the end
   * @param <R> the result; boxed where it is primitive
   */
  abstract static class Exiting<S, R> extends Adapter {
    Exiting() {}

    Exiting(Observer observer) {
      super(observer);
    }

    /**
     * The method ends.
     *
     * @param result what the method returns, if it does, unless the shape passes something else
     * @param thrown what the method throws, if it does
     */
    protected abstract void end(S scope, @Nullable R result, @Nullable Throwable thrown);

    @Override
    @SuppressWarnings("unchecked") // The instrumentation names the types of the values.
    public final void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown) {
      end((S) scope, (R) result, thrown);
    }
  }

  /** One value. */
  public abstract static class One<A, S, R> extends Exiting<S, R> {
    protected One() {}

    protected One(Observer observer) {
      super(observer);
    }

    /** The method begins; null where its end is of no interest. */
    protected abstract @Nullable S begin(A first);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // and whether they may be null
    public final @Nullable Object enter(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      return begin((A) first);
    }
  }

  /** Two values. */
  public abstract static class Two<A, B, S, R> extends Exiting<S, R> {
    protected Two() {}

    protected Two(Observer observer) {
      super(observer);
    }

    /** The method begins; null where its end is of no interest. */
    protected abstract @Nullable S begin(A first, B second);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // and whether they may be null
    public final @Nullable Object enter(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      return begin((A) first, (B) second);
    }
  }

  /** Three values. */
  public abstract static class Three<A, B, C, S, R> extends Exiting<S, R> {
    protected Three() {}

    protected Three(Observer observer) {
      super(observer);
    }

    /** The method begins; null where its end is of no interest. */
    protected abstract @Nullable S begin(A first, B second, C third);

    @Override
    @SuppressWarnings({"unchecked", "NullAway"}) // and whether they may be null
    public final @Nullable Object enter(
        @Nullable Object first, @Nullable Object second, @Nullable Object third) {
      return begin((A) first, (B) second, (C) third);
    }
  }
}
