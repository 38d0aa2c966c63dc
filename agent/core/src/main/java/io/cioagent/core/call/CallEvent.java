package io.cioagent.core.call;

/**
 * What can happen to a call. Together with {@link CallState} this is the whole rule of when a call
 * is over: each constant lists the action while the call is running, while it awaits an answer and
 * while it settles. A call that is over stays as it is.
 */
enum CallEvent {
  EXCHANGE_STARTED(Action.KEEP, Action.SETTLE, Action.SETTLE),
  EXCHANGE_ENDED(Action.KEEP, Action.SETTLE, Action.SETTLE),
  /** Work was handed to another thread, began there, or ended. */
  WORK_CHANGED(Action.KEEP, Action.SETTLE, Action.SETTLE),
  /** The method returned or threw, or its asynchronous result completed; only the first counts. */
  RETURNED(Action.SETTLE, Action.KEEP, Action.KEEP),
  /** Nothing that was pending has ended in time. */
  DEADLINE(Action.END, Action.END, Action.END),
  /** The JVM exits; the application's own shutdown hooks may still complete the call. */
  JVM_EXITING(Action.KEEP, Action.KEEP, Action.END),
  /** The JVM exits, and the application's shutdown hooks are done. */
  JVM_EXITED(Action.END_UNFINISHED, Action.END_UNFINISHED, Action.END);

  /** What a call does about an event. */
  enum Action {
    /** Nothing. */
    KEEP,
    /** Ends unless something is pending; otherwise waits for it until a deadline. */
    SETTLE,
    /** Ends with what is known; an open exchange leaves the outcome unknown. */
    END,
    /** Ends as unfinished. */
    END_UNFINISHED
  }

  private final Action running;
  private final Action awaitingAnswer;
  private final Action settling;

  CallEvent(Action running, Action awaitingAnswer, Action settling) {
    this.running = running;
    this.awaitingAnswer = awaitingAnswer;
    this.settling = settling;
  }

  Action in(CallState state) {
    switch (state) {
      case RUNNING:
        return running;
      case AWAITING_ANSWER:
        return awaitingAnswer;
      case SETTLING:
        return settling;
      default:
        return Action.KEEP;
    }
  }
}
