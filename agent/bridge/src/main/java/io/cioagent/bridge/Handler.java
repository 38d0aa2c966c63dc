package io.cioagent.bridge;

/**
 * The agent's side of one woven place. Called on the application's threads, concurrently; {@link
 * Bridge} keeps whatever a handler throws away from the application.
 */
public interface Handler {

  /**
   * The woven method begins.
   *
   * @param first what the advice passes, any of these may be null
   * @return an opaque scope that comes back in {@link #exit}, or null to hear no more of this call
   */
  Object enter(Object first, Object second, Object third);

  /**
   * The woven method ends; called only where {@link #enter} returned a scope.
   *
   * @param scope what {@link #enter} returned
   * @param result what the advice passes, usually the returned value; may be null
   * @param thrown what the woven method throws, null when it returns
   */
  void exit(Object scope, Object result, Throwable thrown);

  /**
   * Something happens in the woven method, whose end is of no interest.
   *
   * @param first what the advice passes, any of these may be null
   */
  void event(Object first, Object second, Object third);

  /** This handler itself threw {@code failure}; the application never sees it. */
  void failed(Throwable failure);
}
