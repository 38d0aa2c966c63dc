package io.cioagent.core.observe;

/**
 * The call that each thread works for. It changes here and nowhere else, so that what log lines say
 * changes with it.
 */
final class CurrentCall {
  /** At first what started the thread, if that was a call. */
  private static final ThreadLocal<Call> CALLS =
      ThreadLocal.withInitial(StartedThreads::callOfCurrent);

  /** Null where nobody wants to know. */
  private volatile LogContexts followers;

  void follow(LogContexts contexts) {
    followers = contexts;
  }

  /** May be over already, or null. */
  Call get() {
    return CALLS.get();
  }

  void set(Call call) {
    CALLS.set(call);
    LogContexts contexts = followers;
    if (contexts != null) {
      contexts.moved(call);
    }
  }

  /** What this thread has got from the one that started it is none of its own. */
  void disown() {
    LogContexts contexts = followers;
    if (contexts != null) {
      contexts.disown(CALLS.get());
    }
    CALLS.set(null);
  }
}
