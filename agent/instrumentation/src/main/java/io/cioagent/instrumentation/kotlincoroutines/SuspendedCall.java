package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.call.Call;

/** The call of a suspend function that is under way, and the thread that runs its code now. */
public final class SuspendedCall {
  private final Call call;
  private final String continuations;

  /** Whether somebody tells the end of a function that suspends. */
  private volatile boolean endIsTold;

  /** Null while it is suspended. */
  private volatile Thread thread;

  /**
   * @param continuations how the names of the classes begin that are compiled from the function
   * @param endIsTold whether its caller is known to be resumed
   */
  public SuspendedCall(Call call, String continuations, boolean endIsTold) {
    this.call = call;
    this.continuations = continuations;
    this.endIsTold = endIsTold;
    runsHere();
  }

  public Call call() {
    return call;
  }

  /** Whether its end will be told if the function suspends. */
  public boolean endIsTold() {
    return endIsTold;
  }

  /** A continuation has been made that goes on with the caller's: the function's own, if at all. */
  void made(Object continuation) {
    if (isRunningHere() && continuation.getClass().getName().startsWith(continuations)) {
      // It is called again then.
      endIsTold = true;
    }
  }

  /** The function's code runs on this thread: for the first time or again. */
  public void runsHere() {
    thread = Thread.currentThread();
  }

  /**
   * Whether this thread runs the function's code right now. Then a call with its continuation is
   * one that the function makes, of itself or of another; it is resumed while nobody runs it, or
   * while another thread has yet to return from it.
   */
  public boolean isRunningHere() {
    return thread == Thread.currentThread();
  }

  /** This thread leaves the function's code; another one may run it already. */
  public void leavesHere() {
    if (isRunningHere()) {
      thread = null;
    }
  }
}
