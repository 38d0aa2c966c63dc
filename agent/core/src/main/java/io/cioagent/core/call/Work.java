package io.cioagent.core.call;

/** Work that a call has handed to another thread and may wait for. */
public abstract class Work {
  /** Whether the call waits for the work. */
  public enum Wait {
    NONE,
    /** As long as something happens within a second. */
    LOOSE,
    /** Until it begins. */
    FIRM
  }

  enum Change {
    /** The work runs from now on. */
    RUNS,
    /** Without effect once the work runs. */
    UNLESS_RUNNING,
    ALWAYS
  }

  private final Call call;

  /** Guarded by the call, as all of {@link PendingWork}. */
  Wait wait = Wait.NONE;

  /** Whether the call waits longer for it after a failure. Guarded by the call. */
  boolean repeats;

  /** Whether it has begun. Guarded by the call. */
  boolean running;

  protected Work(Call call) {
    this.call = call;
  }

  /** The call that has handed the work over. */
  public final Call call() {
    return call;
  }

  /**
   * Whether it is known to run on a thread of its own, even before it reports so: a request of it
   * that failed may be followed by another.
   */
  protected abstract boolean hasOwnThread();

  final boolean mayRepeat() {
    return running || hasOwnThread();
  }

  /** It was handed over. */
  protected final void handedOver(Wait waiting) {
    call.await(this, waiting, Change.ALWAYS);
  }

  /** More or less is known of it than before; without effect once it runs. */
  protected final void unlessRunning(Wait waiting) {
    call.await(this, waiting, Change.UNLESS_RUNNING);
  }

  /** It begins. */
  protected final void runs(Wait waiting) {
    call.await(this, waiting, Change.RUNS);
  }

  /** It is done, or is not expected to run any more. */
  public final void drop() {
    call.await(this, Wait.NONE, Change.ALWAYS);
  }
}
