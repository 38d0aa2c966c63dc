package io.cioagent.core.observe;

import io.cioagent.core.observe.Observer.ThreadScope;

/** Work that a call has handed to another thread, from then until it is done. */
public final class HandedTask {

  /** How sure it is that a task runs and ends: what its call waits for. */
  public enum Kind {
    /** Runs for sure, and somebody may ask for its result: it will end. */
    RESULT(Wait.FIRM, Wait.LOOSE),
    /** Made for its result; runs for sure only once an executor is given it. */
    MADE(Wait.NONE, Wait.LOOSE),
    /** Runs for sure, but may be the loop of a worker that never ends. */
    PLAIN(Wait.FIRM, Wait.LOOSE),
    /** Runs in an hour, or never; if it does, nobody knows for how long. */
    TIMER(Wait.NONE, Wait.LOOSE),
    /** A thread of its own, which may well be there for good. */
    THREAD(Wait.LOOSE, Wait.LOOSE),
    /** Made for one piece of work, but nobody knows for how long. */
    VIRTUAL_THREAD(Wait.LOOSE, Wait.LOOSE),
    /** Mostly runs soon, but may also never get to its scheduler. */
    COROUTINE(Wait.LOOSE, Wait.LOOSE),
    /** Runs soon, on a thread whose beginnings may not be noticed. */
    UNNOTICED(Wait.LOOSE, Wait.LOOSE),
    /** What an HTTP library does for itself; the requests that it makes are known as exchanges. */
    LIBRARY(Wait.NONE, Wait.NONE);

    final Wait handedOver;
    final Wait running;

    Kind(Wait handedOver, Wait running) {
      this.handedOver = handedOver;
      this.running = running;
    }
  }

  /** Whether the call waits for a task. */
  enum Wait {
    NONE,
    /** As long as something happens within a second. */
    LOOSE,
    /** Until it begins. */
    FIRM
  }

  private final Call call;
  final Kind kind;

  /** Guarded by the call, as all of {@link Awaited}. */
  Wait wait = Wait.NONE;

  /** Whether the call waits longer for it after a failure. */
  boolean repeats;

  private boolean begun;

  HandedTask(Call call, Kind kind) {
    this.call = call;
    this.kind = kind;
  }

  Call call() {
    return call;
  }

  /** Whether it runs, so that a request of it that failed may be followed by another. */
  boolean mayRepeat() {
    return begun || kind == Kind.THREAD || kind == Kind.VIRTUAL_THREAD;
  }

  /** Whether there is nobody any more that it would be done for. */
  public boolean isObsolete() {
    return call.isOver();
  }

  /** It will run for sure, and soon: the call waits for it unless it runs already. */
  public void isDue() {
    unlessBegun(Wait.FIRM);
  }

  /** It was refused; it may run all the same, by an arrangement of the application's own. */
  public void isInDoubt() {
    unlessBegun(Wait.LOOSE);
  }

  private void unlessBegun(Wait changed) {
    synchronized (call) {
      if (!begun) {
        call.await(this, changed);
      }
    }
  }

  /**
   * It runs now, on this thread. Where the call is over already, what the task does is linked to
   * it.
   *
   * @return what to {@link #end} it by
   */
  public ThreadScope begin() {
    ThreadScope scope = call.observer().resume(call);
    if (scope == null) {
      return call.observer().follow(call);
    }
    synchronized (call) {
      begun = true;
      call.await(this, kind.running);
    }
    return scope;
  }

  /** What {@link #begin} began on this thread is done. */
  public void end(ThreadScope scope) {
    Observer.leave(scope);
    drop();
  }

  /** It is done, or will never run as far as anybody knows. */
  public void drop() {
    call.await(this, Wait.NONE);
  }
}
