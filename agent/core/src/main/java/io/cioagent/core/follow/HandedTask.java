package io.cioagent.core.follow;

import io.cioagent.core.call.Call;
import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.call.Work;

/** Work that a call has handed to another thread, from then until it is done. */
public final class HandedTask extends Work {

  /** How sure it is that a task runs and ends: what its call waits for. */
  public enum Kind {
    /** Certain to run, and its result may be awaited: it will end. */
    RESULT(Wait.FIRM, Wait.LOOSE),
    /** Created for its result; certain to run only once an executor receives it. */
    MADE(Wait.NONE, Wait.LOOSE),
    /** Certain to run, but may be the loop of a worker that never ends. */
    PLAIN(Wait.FIRM, Wait.LOOSE),
    /** May run in an hour or never, for an unknown time. */
    TIMER(Wait.NONE, Wait.LOOSE),
    /** A thread of its own, which may run as long as the JVM. */
    THREAD(Wait.LOOSE, Wait.LOOSE),
    /** Created for one piece of work, for an unknown time. */
    VIRTUAL_THREAD(Wait.LOOSE, Wait.LOOSE),
    /** Usually runs soon, but may never reach its scheduler. */
    COROUTINE(Wait.LOOSE, Wait.LOOSE),
    /** Runs soon, on a thread whose start may not be noticed. */
    UNNOTICED(Wait.LOOSE, Wait.LOOSE),
    /** Internal work of an HTTP library; its requests are known as exchanges. */
    LIBRARY(Wait.NONE, Wait.NONE);

    final Wait handedOver;
    final Wait running;

    Kind(Wait handedOver, Wait running) {
      this.handedOver = handedOver;
      this.running = running;
    }
  }

  private final Kind kind;

  private HandedTask(Call call, Kind kind) {
    super(call);
    this.kind = kind;
  }

  /** Work of {@code call} is handed to another thread: the call may wait for it. */
  public static HandedTask of(Call call, Kind kind) {
    HandedTask task = new HandedTask(call, kind);
    task.handedOver(kind.handedOver);
    return task;
  }

  @Override
  protected boolean hasOwnThread() {
    return kind == Kind.THREAD || kind == Kind.VIRTUAL_THREAD;
  }

  /** Whether the call is over already, so that nothing waits for the task. */
  public boolean isObsolete() {
    return call().isOver();
  }

  /** It is certain to run, and soon: the call waits for it unless it runs already. */
  public void isDue() {
    unlessRunning(Wait.FIRM);
  }

  /** It was refused; the application may have arranged that it runs all the same. */
  public void isInDoubt() {
    unlessRunning(Wait.LOOSE);
  }

  /**
   * It runs now, on this thread. Where the call is over already, what the task does is linked to
   * it.
   *
   * @return the scope to {@link #end} it with
   */
  public ThreadScope begin() {
    ThreadScope scope = CurrentCall.resume(call());
    if (scope == null) {
      return CurrentCall.resumeAfter(call());
    }
    runs(kind.running);
    return scope;
  }

  /** What {@link #begin} began on this thread is done. */
  public void end(ThreadScope scope) {
    scope.leave();
    drop();
  }
}
