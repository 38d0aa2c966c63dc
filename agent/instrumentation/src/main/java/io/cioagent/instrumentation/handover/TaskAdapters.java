package io.cioagent.instrumentation.handover;

import io.cioagent.core.follow.HandedTask;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.util.concurrent.RunnableScheduledFuture;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Tasks and callbacks, from where they are made until they have run or never will. */
final class TaskAdapters {
  private TaskAdapters() {}

  /** A task has been made, perhaps of something that the application handed over. */
  static final class Made extends EventAdapter.Two<Object, Object> {
    private final HandedWork work;
    private final Kind kind;

    Made(Observer observer, HandedWork work, Kind kind) {
      super(observer);
      this.work = work;
      this.kind = kind;
    }

    @Override
    protected void on(Object task, Object wrapped) {
      work.hand(task, wrapped, null, work.made, kind);
    }
  }

  /** An executor is given a task. */
  static final class Handed extends AroundAdapter.Two<Object, Object, HandedTask, Object> {
    private final HandedWork work;
    private final Tasks unknown;
    private final Kind kind;

    /**
     * @param unknown gets tasks that are not known by their constructors
     */
    Handed(Observer observer, HandedWork work, Tasks unknown, Kind kind) {
      super(observer);
      this.work = work;
      this.unknown = unknown;
      this.kind = kind;
    }

    @Override
    protected @Nullable HandedTask begin(Object task, Object executor) {
      return work.hand(task, null, executor, unknown, kind);
    }

    @Override
    protected void end(HandedTask task, @Nullable Object result, @Nullable Throwable thrown) {
      if (thrown != null) {
        // Rejected.
        task.drop();
      }
    }
  }

  /**
   * A task that has been made is given to an executor: from now on it will run. A timer, only if it
   * has no delay.
   */
  static final class Due extends EventAdapter.One<Object> {
    private final HandedWork work;

    Due(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object given) {
      HandedTask task = work.made.peek(given);
      if (task != null && !isLater(given)) {
        task.isDue();
      }
    }

    private static boolean isLater(Object given) {
      if (!(given instanceof RunnableScheduledFuture)) {
        return false;
      }
      RunnableScheduledFuture<?> timer = (RunnableScheduledFuture<?>) given;
      return timer.isPeriodic() || timer.getDelay(TimeUnit.NANOSECONDS) > 0;
    }
  }

  /** A task runs: on behalf of the call that handed it over, and only while that is not over. */
  static final class Run extends AroundAdapter.One<Object, RunningTask, Object> {
    private final HandedWork work;

    Run(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected @Nullable RunningTask begin(Object task) {
      return RunningTask.begin(work.made.remove(task));
    }

    @Override
    protected void end(RunningTask running, @Nullable Object result, @Nullable Throwable thrown) {
      running.end();
    }
  }

  /** A pool rejects a task: the application's handler may run it all the same. */
  static final class Rejected extends EventAdapter.Two<Object, ThreadPoolExecutor> {
    private final HandedWork work;

    Rejected(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object rejected, ThreadPoolExecutor pool) {
      HandedTask task = work.made.peek(rejected);
      if (task == null) {
        task = work.executed.peek(rejected);
      }
      if (task != null) {
        if (isJdks(pool.getRejectedExecutionHandler())) {
          // Thrown back, forgotten, or run by the caller, in the call itself.
          task.drop();
        } else {
          task.isInDoubt();
        }
      }
    }

    private static boolean isJdks(Object handler) {
      return handler.getClass().getClassLoader() == null;
    }
  }

  /** A future is complete: its task, if it has not run yet, is no longer awaited. */
  static final class Finished extends EventAdapter.One<Object> {
    private final HandedWork work;

    Finished(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object task) {
      work.drop(task);
    }
  }

  /** A task may have been taken out of its queue. */
  static final class Removed extends EventAdapter.Two<Object, Boolean> {
    private final HandedWork work;

    Removed(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object task, Boolean successful) {
      if (successful) {
        work.drop(task);
      }
    }
  }

  /** A pool's queue has been emptied. */
  static final class Drained extends EventAdapter.One<Iterable<?>> {
    private final HandedWork work;

    Drained(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Iterable<?> tasks) {
      for (Object each : tasks) {
        work.drop(each);
      }
    }
  }
}
