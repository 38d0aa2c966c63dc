package io.cioagent.core.call;

/** Restores what was current on a thread before. Belongs to the thread that opened it. */
public final class ThreadScope {
  private final Call before;

  ThreadScope(Call before) {
    this.before = before;
  }

  /** Makes the earlier call current again; none where there was none. */
  public void leave() {
    CurrentCall.set(before);
  }
}
