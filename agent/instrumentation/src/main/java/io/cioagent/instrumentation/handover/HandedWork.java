package io.cioagent.instrumentation.handover;

import io.cioagent.core.call.Call;
import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import java.util.concurrent.CompletableFuture.AsynchronousCompletionTask;
import java.util.concurrent.Delayed;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;

/** All work that calls hand over, and which of it is theirs. Safe for any thread. */
final class HandedWork {
  /** Its continuations go through a pool too, submitted by the thread that wakes it up. */
  private static final String VIRTUAL_THREADS = "java.lang.";

  /** Known by their constructors or by fork/join pools; a task resumes itself. */
  final Tasks made = new Tasks();

  /** Known by the thread pools that have them, which resume them. */
  final Tasks executed = new Tasks();

  final Callbacks callbacks = new Callbacks();
  final Pools pools = new Pools();

  private final Observer observer;

  HandedWork(Observer observer) {
    this.observer = observer;
  }

  /**
   * A task has been made, or an executor is given one; nothing happens unless a call is active on
   * the thread.
   *
   * @param work the task
   * @param wrapped what the JDK has made the task of, null for none
   * @param executor who is given the task, null where it has only been made
   * @param unknown gets the task if it is not known already, because its constructor is woven
   * @return null for a task that does not belong to a call
   */
  @Nullable HandedTask hand(
      Object work, @Nullable Object wrapped, @Nullable Object executor, Tasks unknown, Kind kind) {
    Call call = observer.current();
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
    HandedTask task = HandedTask.of(call, kindOf(work, wrapped, executor, kind));
    unknown.add(work, task);
    return task;
  }

  private Kind kindOf(Object work, @Nullable Object wrapped, @Nullable Object executor, Kind kind) {
    if (LibraryWork.is(work) || LibraryWork.is(wrapped)) {
      return Kind.LIBRARY;
    }
    if (work instanceof Delayed) {
      return Kind.TIMER;
    }
    return pools.mayHideBeginnings(executor) ? Kind.UNNOTICED : kind;
  }

  /** Whether another call registered it; that it gets to run in this call is chance. */
  private boolean isOfAnother(@Nullable Object work, Call call) {
    Call registered = callbacks.get(work);
    return registered != null && registered != call;
  }

  /** Whether it is part of how the JDK works; where the application matters it is known by now. */
  private static boolean isJdks(Object work, @Nullable Object wrapped, @Nullable Object executor) {
    if (executor == null) {
      return wrapped != null
          && !(wrapped instanceof Thread)
          && wrapped.getClass().getName().startsWith(VIRTUAL_THREADS);
    }
    return work instanceof AsynchronousCompletionTask
        || (executor instanceof ForkJoinPool && work.getClass().getClassLoader() == null);
  }

  /** The next such task will never run, as far as anybody knows. */
  void drop(Object work) {
    made.drop(work);
    executed.drop(work);
  }
}
