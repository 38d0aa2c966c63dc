package io.cioagent.instrumentation.kotlincoroutines;

import io.cioagent.core.call.Call;
import org.jspecify.annotations.Nullable;

/** The call of a suspend function that is under way, and the thread that runs its code now. */
public final class SuspendedCall {
  private final Call call;
  private final String continuations;

  /** Whether the end of a function that suspends is observed. */
  private volatile boolean endIsObserved;

  /** Null while it is suspended. */
  private volatile @Nullable Thread thread;

  /**
   * @param continuations how the names of the classes begin that are compiled from the function
   * @param endIsObserved whether its caller is known to be resumed
   */
  public SuspendedCall(Call call, String continuations, boolean endIsObserved) {
    this.call = call;
    this.continuations = continuations;
    this.endIsObserved = endIsObserved;
    runsHere();
  }

  public Call call() {
    return call;
  }

  /** Whether its end is observed if the function suspends. */
  public boolean endIsObserved() {
    return endIsObserved;
  }

  /** A continuation has been made that goes on with the caller's: the function's own, if at all. */
  void made(Object continuation) {
    if (isRunningHere() && continuation.getClass().getName().startsWith(continuations)) {
      // It is called again then.
      endIsObserved = true;
    }
  }

  /** The function's code runs on this thread: for the first time or again. */
  public void runsHere() {
    thread = Thread.currentThread();
  }

  /**
   * Whether this thread runs the function's code right now. Then a call with its continuation is
   * one that the function makes, of itself or of another; it is resumed while no thread runs it, or
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
