package io.cioagent.core.call;

import org.jspecify.annotations.Nullable;

/** Restores what was current on a thread before. Belongs to the thread that opened it. */
public final class ThreadScope {
  private final @Nullable Call before;

  ThreadScope(@Nullable Call before) {
    this.before = before;
  }

  /** Makes the earlier call current again; none where there was none. */
  public void leave() {
    CurrentCall.set(before);
  }
}
