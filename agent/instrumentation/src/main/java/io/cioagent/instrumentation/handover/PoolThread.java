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

  void isDone() {
    Running done = RUNNING.get();
    if (done != null) {
      RUNNING.set(null);
      done.end();
    }
  }
}
