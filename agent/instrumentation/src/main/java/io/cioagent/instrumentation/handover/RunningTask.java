package io.cioagent.instrumentation.handover;

import io.cioagent.core.call.ThreadScope;
import io.cioagent.core.follow.HandedTask;
import org.jspecify.annotations.Nullable;

/** A task that runs on this thread on behalf of its call. */
final class RunningTask {
  private final HandedTask task;
  private final ThreadScope scope;

  private RunningTask(HandedTask task, ThreadScope scope) {
    this.task = task;
    this.scope = scope;
  }

  /** Null where there is no task, or its call is over. */
  static @Nullable RunningTask begin(@Nullable HandedTask task) {
    if (task == null) {
      return null;
    }
    ThreadScope scope = task.begin();
    return scope == null ? null : new RunningTask(task, scope);
  }

  void end() {
    task.end(scope);
  }
}
