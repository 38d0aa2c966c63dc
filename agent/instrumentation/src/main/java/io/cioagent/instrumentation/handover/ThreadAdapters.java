package io.cioagent.instrumentation.handover;

import io.cioagent.core.call.CurrentCall;
import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.follow.HandedTask.Kind;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.AroundAdapter;
import io.cioagent.instrumentation.EventAdapter;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/** Threads, those of pools among them, from their start until their end. */
final class ThreadAdapters {
  private ThreadAdapters() {}

  /**
   * A thread is started: its work is the call's that starts it. Not so the threads of the JDK
   * itself and of known pools, which serve everybody; a pool's plain thread says so when it begins.
   */
  static final class Start extends AroundAdapter.One<Thread, Thread, Void> {
    private static final String LANGUAGE = "java.lang.";
    private static final String[] POOLS = {
      "io.netty.", "kotlinx.coroutines.", "scala.concurrent.", "akka.", "org.apache.tomcat.",
    };

    private final Kind kind;

    Start(Observer observer, Kind kind) {
      super(observer);
      this.kind = kind;
    }

    @Override
    protected @Nullable Thread begin(Thread thread) {
      if (observer().current() == null || servesEverybody(thread)) {
        return null;
      }
      return observer().threadStarts(thread, kind) ? thread : null;
    }

    private static boolean servesEverybody(Thread thread) {
      Class<?> type = thread.getClass();
      if (thread instanceof ForkJoinWorkerThread || LibraryWork.isThread(thread)) {
        return true;
      }
      String name = type.getName();
      if (type.getClassLoader() == null) {
        return !name.startsWith(LANGUAGE);
      }
      for (String pool : POOLS) {
        if (name.startsWith(pool)) {
          return true;
        }
      }
      return false;
    }

    @Override
    protected void end(Thread thread, @Nullable Void result, @Nullable Throwable thrown) {
      if (thrown != null) {
        CurrentCall.threadEnded(thread);
      }
    }
  }

  /** A thread ends; a virtual one does so on its carrier. */
  static final class End extends EventAdapter.One<Thread> {
    End(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Thread thread) {
      CurrentCall.threadEnded(thread);
    }
  }

  /** The JVM halts. */
  static final class Halt extends EventAdapter.One<Runtime> {
    Halt(Observer observer) {
      super(observer);
    }

    @Override
    protected void on(Runtime runtime) {
      observer().jvmHalts();
    }
  }

  /** A class is transformed, by any agent, in the midst of a call. */
  static final class Transform extends AroundAdapter.One<Object, ThreadScope, Object> {
    Transform(Observer observer) {
      super(observer);
    }

    @Override
    protected @Nullable ThreadScope begin(Object unused) {
      return CurrentCall.stepOut();
    }

    @Override
    protected void end(ThreadScope scope, @Nullable Object result, @Nullable Throwable thrown) {
      scope.leave();
    }
  }

  /** A thread pool is made: all of its workers are woven from the start. */
  static final class PoolMade extends EventAdapter.One<Object> {
    private final HandedWork work;

    PoolMade(Observer observer, HandedWork work) {
      super(observer);
      this.work = work;
    }

    @Override
    protected void on(Object pool) {
      work.pools.add(pool);
    }
  }

  /** A pool's worker begins with its first task, and ends. */
  static final class Worker extends AroundAdapter.One<Object, WorkerThread, Void> {
    private final WorkerThread thread;

    Worker(Observer observer, WorkerThread thread) {
      super(observer);
      this.thread = thread;
    }

    /** The first task may be null. */
    @Override
    protected WorkerThread begin(Object firstTask) {
      CurrentCall.threadIsWorker();
      thread.takes(firstTask);
      return thread;
    }

    @Override
    protected void end(WorkerThread worker, @Nullable Void result, @Nullable Throwable thrown) {
      worker.isDone();
    }
  }

  /** A pool's worker has done one task and takes the next. */
  static final class NextTask extends AroundAdapter.One<Object, WorkerThread, Object> {
    private final WorkerThread thread;

    NextTask(Observer observer, WorkerThread thread) {
      super(observer);
      this.thread = thread;
    }

    @Override
    protected WorkerThread begin(Object pool) {
      thread.isDone();
      return thread;
    }

    @Override
    protected void end(WorkerThread worker, @Nullable Object task, @Nullable Throwable thrown) {
      worker.takes(task);
    }
  }

  /** A pool's worker runs a task that it may have waited for since before it was woven. */
  static final class BeforeTask extends EventAdapter.One<Object> {
    private final WorkerThread thread;

    BeforeTask(Observer observer, WorkerThread thread) {
      super(observer);
      this.thread = thread;
    }

    @Override
    protected void on(Object task) {
      thread.runs(task);
    }
  }

  /** The task of a pool's thread: from the moment it takes one until it waits for the next. */
  static final class WorkerThread {
    private static final ThreadLocal<RunningTask> RUNNING = new ThreadLocal<>();

    private final HandedWork work;

    WorkerThread(HandedWork work) {
      this.work = work;
    }

    void takes(@Nullable Object task) {
      RunningTask begun = RunningTask.begin(work.executed.remove(task));
      if (begun != null) {
        RUNNING.set(begun);
      }
    }

    /**
     * A task is about to run. Only a worker that has waited for it since before its class was woven
     * has not taken it by then.
     */
    void runs(Object task) {
      if (RUNNING.get() == null) {
        takes(task);
      }
    }

    void isDone() {
      RunningTask done = RUNNING.get();
      if (done != null) {
        RUNNING.set(null);
        done.end();
      }
    }
  }
}
