package io.cioagent.core.call;

import org.jspecify.annotations.Nullable;

/**
 * The call that each thread works for. It changes here and nowhere else, so that the ids in the
 * application's log lines change with it.
 */
public final class CurrentCall {
  /**
   * Initially the call that started the thread, if any. Without a lambda: linking one can run woven
   * code of the JDK, which would find this field empty.
   */
  private static final ThreadLocal<Call> CALLS =
      new ThreadLocal<Call>() {
        @Override
        protected @Nullable Call initialValue() {
          return StartedThreads.callOfCurrent();
        }
      };

  /** Null where log lines are not to show ids. */
  private static volatile @Nullable Follower follower;

  private CurrentCall() {}

  /** Is informed of each change, on the thread that changes. Must not throw. */
  public interface Follower {
    /** The thread works for that call from now on; null for none. */
    void changed(@Nullable Call call);

    /** What this thread has inherited of that call, which may be null, is not its own. */
    void disowned(Call call);
  }

  /** To be called before anything is observed. */
  public static void follow(Follower informed) {
    follower = informed;
  }

  /** The current call of this thread, which may be over; null for none. */
  public static Call get() {
    return CALLS.get();
  }

  /** The call that events on this thread belong to, null for none. */
  public static @Nullable Call open() {
    Call call = CALLS.get();
    return call == null || call.isOver() ? null : call;
  }

  static void set(@Nullable Call call) {
    CALLS.set(call);
    Follower informed = follower;
    if (informed != null) {
      informed.changed(call);
    }
  }

  private static ThreadScope change(@Nullable Call call) {
    ThreadScope scope = new ThreadScope(CALLS.get());
    set(call);
    return scope;
  }

  /**
   * Work of a call continues on this thread.
   *
   * @return null where the call is over already
   */
  public static @Nullable ThreadScope resume(Call call) {
    return call.isOver() ? null : change(call);
  }

  /**
   * Work that was handed over by a call that is over continues on this thread: its requests are
   * linked to that call.
   */
  public static ThreadScope resumeAfter(Call over) {
    return change(over);
  }

  /**
   * The application receives a call's outcome on the thread that works for the call: what it does
   * then is no part of the call.
   *
   * @return null where the thread does not work for this call
   */
  public static @Nullable ThreadScope stepOut(Call call) {
    return CALLS.get() == call ? change(call.previous()) : null;
  }

  /**
   * Work begins on this thread that no call has handed over.
   *
   * @return null where the thread works for no call
   */
  public static @Nullable ThreadScope stepOut() {
    return open() == null ? null : suspend();
  }

  /** Work begins on this thread that belongs to no call, and neither does what it hands over. */
  public static ThreadScope suspend() {
    return change(null);
  }

  /** The scope of a call that {@link Calls#enter} has just made current. */
  public static ThreadScope scopeOf(Call entered) {
    return new ThreadScope(entered.previous());
  }

  /**
   * A thread is about to be started by this one for some work.
   *
   * @return false where the thread is known already: then the work is dropped
   */
  public static boolean threadStarts(Thread thread, Work work) {
    if (StartedThreads.add(thread, work)) {
      return true;
    }
    work.drop();
    return false;
  }

  /** A thread has ended, or could not be started. */
  public static void threadEnded(Thread thread) {
    StartedThreads.remove(thread);
  }

  /** This thread serves every caller: it is not the work of the call that happened to start it. */
  public static void threadIsWorker() {
    Follower informed = follower;
    if (informed != null) {
      informed.disowned(CALLS.get());
    }
    CALLS.set(null);
    StartedThreads.remove(Thread.currentThread());
  }
}
