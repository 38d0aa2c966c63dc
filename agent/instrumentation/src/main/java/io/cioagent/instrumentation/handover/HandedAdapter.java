package io.cioagent.instrumentation.handover;

import io.cioagent.core.observe.Call;
import io.cioagent.core.observe.HandedTask;
import io.cioagent.core.observe.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Delayed;
import java.util.concurrent.ForkJoinPool;

/**
 * A task has been made, or an executor is given one; nothing happens unless a call is active on the
 * thread.
 */
final class HandedAdapter extends Adapter {
  /** Its continuations go through a pool too, on the threads of whoever wakes it up. */
  private static final String VIRTUAL_THREADS = "java.lang.";

  private final Tasks made;
  private final Tasks handed;
  private final Callbacks callbacks;
  private final Pools pools;
  private final Kind kind;

  /**
   * @param made the tasks that are known already because their constructors are woven
   * @param handed gets what is not
   */
  HandedAdapter(
      Observer observer, Tasks made, Tasks handed, Callbacks callbacks, Pools pools, Kind kind) {
    super(observer, "handover");
    this.made = made;
    this.handed = handed;
    this.callbacks = callbacks;
    this.pools = pools;
    this.kind = kind;
  }

  /**
   * @param work the task
   * @param wrapped what the JDK has made the task of, null for none
   * @param executor who is given the task, null where it has only been made
   */
  @Override
  public Object enter(Object work, Object wrapped, Object executor) {
    Call call = observer().current();
    if (call == null || work == null) {
      return null;
    }
    HandedTask known = made.peek(work);
    if (known != null) {
      if (executor != null) {
        known.isDue();
      }
      return known;
    }
    if (isJdks(work, wrapped, executor) || isOfAnother(work, call) || isOfAnother(wrapped, call)) {
      return null;
    }
    HandedTask task = call.handOver(kindOf(work, wrapped, executor));
    handed.add(work, task);
    return task;
  }

  private Kind kindOf(Object work, Object wrapped, Object executor) {
    if (LibraryWork.is(work) || LibraryWork.is(wrapped)) {
      return Kind.LIBRARY;
    }
    if (work instanceof Delayed) {
      return Kind.TIMER;
    }
    return pools.mayHideBeginnings(executor) ? Kind.UNNOTICED : kind;
  }

  /** Whether somebody else registered it; that it gets to run in this call is chance. */
  private boolean isOfAnother(Object work, Call call) {
    Call registered = callbacks.get(work);
    return registered != null && registered != call;
  }

  /** Whether it is part of how the JDK works; where the application matters it is known by now. */
  private static boolean isJdks(Object work, Object wrapped, Object executor) {
    if (executor == null) {
      return wrapped != null
          && !(wrapped instanceof Thread)
          && wrapped.getClass().getName().startsWith(VIRTUAL_THREADS);
    }
    return work instanceof AsynchronousCompletionTask
        || (executor instanceof ForkJoinPool && work.getClass().getClassLoader() == null);
  }

  @Override
  public void exit(Object scope, Object result, Throwable thrown) {
    if (thrown != null) {
      // Rejected.
      ((HandedTask) scope).drop();
    }
  }
}
