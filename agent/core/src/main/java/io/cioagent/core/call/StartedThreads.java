package io.cioagent.core.call;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import org.jspecify.annotations.Nullable;

/** The work of each thread that a call has started, until the thread ends. Threads are weak. */
final class StartedThreads {
  private static final WeakConcurrentMap<Thread, Work> WORK =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  private StartedThreads() {}

  /** Whether the thread is new here: one that is started twice is the first starter's. */
  static boolean add(Thread thread, Work work) {
    return WORK.putIfAbsent(thread, work) == null;
  }

  /** The call that started the current thread, null for none. */
  static @Nullable Call callOfCurrent() {
    if (isEmpty()) {
      return null;
    }
    Work work = WORK.getIfPresent(Thread.currentThread());
    return work == null ? null : work.call();
  }

  /** The thread's work is done, or belongs to no call. */
  static void remove(Thread thread) {
    Work work = isEmpty() ? null : WORK.remove(thread);
    if (work != null) {
      work.drop();
    }
  }

  private static boolean isEmpty() {
    return WORK.approximateSize() == 0;
  }
}
