package io.cioagent.instrumentation.handover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.follow.HandedTask;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Which work was handed over by which calls; the work is held weakly. One object may be handed over
 * several times before it runs, so each has a queue.
 */
final class Tasks {
  private final WeakConcurrentMap<Object, ArrayDeque<HandedTask>> tasks =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  synchronized void add(Object work, HandedTask task) {
    ArrayDeque<HandedTask> queue = tasks.getIfPresent(work);
    if (queue == null) {
      queue = new ArrayDeque<>(2);
      tasks.put(work, queue);
    }
    queue.add(task);
  }

  /** The next to run, null for none. Quick where nothing at all is handed over. */
  @Nullable HandedTask peek(Object work) {
    return isUnknown(work) ? null : first(work, false);
  }

  /** As {@link #peek}; it runs now. */
  @Nullable HandedTask remove(@Nullable Object work) {
    return isUnknown(work) ? null : first(work, true);
  }

  /** The next will never run, as far as anybody knows. */
  void drop(Object work) {
    HandedTask task = remove(work);
    if (task != null) {
      task.drop();
    }
  }

  private boolean isUnknown(@Nullable Object work) {
    return work == null || tasks.approximateSize() == 0 || !tasks.containsKey(work);
  }

  private synchronized @Nullable HandedTask first(@Nullable Object work, boolean remove) {
    ArrayDeque<HandedTask> queue = tasks.getIfPresent(work);
    if (queue == null) {
      return null;
    }
    // The last one stays: what a task does for a call that is over is linked to that call.
    while (queue.size() > 1 && queue.peek().isObsolete()) {
      queue.poll();
    }
    HandedTask first = remove ? queue.poll() : queue.peek();
    if (queue.isEmpty()) {
      tasks.remove(work);
    }
    return first;
  }
}
