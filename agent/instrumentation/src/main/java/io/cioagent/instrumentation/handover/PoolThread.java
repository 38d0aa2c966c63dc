package io.cioagent.instrumentation.handover;

/** What a pool's thread runs: begun when it takes a task, ended when it asks for the next. */
final class PoolThread {
  private static final ThreadLocal<Running> RUNNING = new ThreadLocal<>();
  private final Tasks executed;

  PoolThread(Tasks executed) {
    this.executed = executed;
  }

  void takes(Object work) {
    Running begun = Running.begin(executed.remove(work));
    if (begun != null) {
      RUNNING.set(begun);
    }
  }

  /**
   * A task is about to run. Only a worker that has waited for it since before its class was woven
   * has not taken it by then.
   */
  void runs(Object work) {
    if (RUNNING.get() == null) {
      takes(work);
    }
  }

  void isDone() {
    Running done = RUNNING.get();
    if (done != null) {
      RUNNING.set(null);
      done.end();
    }
  }
}
