package io.cioagent.weaver;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** The agents that the same command line starts after this one. */
final class OtherAgents {
  private static final String PREMAIN = "sun.instrument.InstrumentationImpl";
  private static final long MAIN_THREAD_ID = 1;
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

  /** A JVM that native code has started may never run Java code on its first thread. */
  private static final int MAX_PAUSES_WITHOUT_CODE = 50;

  private OtherAgents() {}

  /**
   * Waits until every {@code premain} has returned. The JVM runs them on its first thread, one
   * after the other and before {@code main}.
   */
  static void awaitPremain() {
    Thread main = mainThread();
    int pausesWithoutCode = 0;
    while (main != null && main.isAlive() && pausesWithoutCode < MAX_PAUSES_WITHOUT_CODE) {
      StackTraceElement[] stack = main.getStackTrace();
      if (stack.length > 0 && !isPremain(stack)) {
        return;
      }
      pausesWithoutCode = stack.length > 0 ? 0 : pausesWithoutCode + 1;
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isPremain(StackTraceElement[] stack) {
    for (StackTraceElement frame : stack) {
      if (frame.getClassName().equals(PREMAIN)) {
        return true;
      }
    }
    return false;
  }

  private static @Nullable Thread mainThread() {
    ThreadGroup root = Thread.currentThread().getThreadGroup();
    while (root.getParent() != null) {
      root = root.getParent();
    }
    Thread[] threads = new Thread[root.activeCount() + 1];
    // Threads beyond the array are newer than the first.
    int count = root.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (threads[i].getId() == MAIN_THREAD_ID) {
        return threads[i];
      }
    }
    return null;
  }
}
