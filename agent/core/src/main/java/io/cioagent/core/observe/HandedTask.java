package io.cioagent.core.observe;

import io.cioagent.core.observe.Observer.ThreadScope;
import java.util.concurrent.TimeUnit;

/** Work that a call has handed to another thread, from then until it is done. */
public final class HandedTask {

  /** How sure it is that a task runs and ends: what its call waits for. */
  public enum Kind {
    /** Runs for sure, and somebody may ask for its result: it will end. */
    RESULT(Wait.FIRM, Wait.FIRM, 0),
    /** Runs for sure, but may be the loop of a worker that never ends. */
    PLAIN(Wait.FIRM, Wait.LOOSE, 3),
    /** Runs in an hour, or never. */
    TIMER(Wait.NONE, Wait.LOOSE, 3),
    /** A thread of its own, which may well be there for good. */
    THREAD(Wait.LOOSE, Wait.LOOSE, 1),
    /** A virtual thread or a coroutine: made for one piece of work, but nobody knows when. */
    LIGHT_THREAD(Wait.LOOSE, Wait.LOOSE, 3);

    final Wait handedOver;
    final Wait running;
    final long silenceNanos;

    Kind(Wait handedOver, Wait running, int silenceSeconds) {
      this.handedOver = handedOver;
      this.running = running;
      this.silenceNanos = TimeUnit.SECONDS.toNanos(silenceSeconds);
    }
  }

  /** Whether the call waits for a task. */
  enum Wait {
    NONE,
    /** As long as something happens within {@link Kind#silenceNanos}. */
    LOOSE,
    FIRM
  }

  private final Call call;
  final Kind kind;

  /** Guarded by the call, as all of {@link Awaited}. */
  Wait wait = Wait.NONE;

  HandedTask(Call call, Kind kind) {
    this.call = call;
    this.kind = kind;
  }

  Call call() {
    return call;
  }

  /** Whether there is nobody any more that it would be done for. */
  public boolean isObsolete() {
    return call.isOver();
  }

  /** A timer that turns out to run at once: the call waits for it as for any other task. */
  public void isDue() {
    call.await(this, Wait.FIRM);
  }

  /**
   * It runs now, on this thread.
   *
   * @return what to {@link #end} it by; null where the call is over already
   */
  public ThreadScope begin() {
    ThreadScope scope = call.observer().resume(call);
    if (scope != null) {
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
