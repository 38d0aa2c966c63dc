package io.cioagent.core.observe;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;

/** Which call started which thread, from then until the thread ends; threads are held weakly. */
final class StartedThreads {
  private static final WeakConcurrentMap<Thread, HandedTask> TASKS =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  private StartedThreads() {}

  /** Whether the thread is new here: one that is started twice is the first starter's. */
  static boolean add(Thread thread, HandedTask task) {
    return TASKS.putIfAbsent(thread, task) == null;
  }

  /** The call that started the current thread, null for none. */
  static Call callOfCurrent() {
    if (isEmpty()) {
      return null;
    }
    HandedTask task = TASKS.getIfPresent(Thread.currentThread());
    return task == null ? null : task.call();
  }

  /** The thread's work is done, or belongs to nobody. */
  static void remove(Thread thread) {
    HandedTask task = isEmpty() ? null : TASKS.remove(thread);
    if (task != null) {
      task.drop();
    }
  }

  private static boolean isEmpty() {
    return TASKS.approximateSize() == 0;
  }
}
