package io.cioagent.bridge;

import org.jspecify.annotations.Nullable;

/**
 * The agent's side of one woven place. Called on the application's threads, concurrently; {@link
 * Bridge} keeps whatever a handler throws away from the application.
 */
public interface Handler {

  /**
   * The woven method begins, with the values of its shape.
   *
   * @return an opaque scope, passed to {@link #exit}; null if the end of this call is of no
   *     interest
   */
  @Nullable Object enter(@Nullable Object first, @Nullable Object second, @Nullable Object third);

  /**
   * The woven method ends; called only where {@link #enter} returned a scope.
   *
   * @param scope what {@link #enter} returned
   * @param result the result of its shape, usually the returned value
   * @param thrown what the woven method throws, null when it returns
   */
  void exit(Object scope, @Nullable Object result, @Nullable Throwable thrown);

  /** Something happens in the woven method, whose end is of no interest. */
  void event(@Nullable Object first, @Nullable Object second, @Nullable Object third);

  /** This handler itself threw {@code failure}; the application never sees it. */
  void failed(Throwable failure);
}
