package io.cioagent.instrumentation.nettyhandover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.call.Call;
import io.cioagent.core.follow.HandedTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Which call handed over what: tasks of event loops, and promises whose listeners go on with its
 * work. Each is taken once, and the call waits for it. Held weakly.
 */
final class HandedOver {
  private final WeakConcurrentMap<Object, HandedTask> tasks =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Saves the look-ups in event loops that run nothing for a call to Customer.io. */
  private final AtomicInteger pending = new AtomicInteger();

  void put(Object work, Call call, HandedTask.Kind kind) {
    HandedTask before = tasks.put(work, HandedTask.of(call, kind));
    if (before == null) {
      pending.incrementAndGet();
    } else {
      before.drop();
    }
  }

  /** What goes on now; null for work of no call. */
  @Nullable HandedTask take(Object work) {
    if (pending.get() == 0) {
      return null;
    }
    HandedTask task = tasks.remove(work);
    if (task != null) {
      pending.decrementAndGet();
    }
    return task;
  }

  /** It will not go on, or has done so already. */
  void drop(Object work) {
    HandedTask task = take(work);
    if (task != null) {
      task.drop();
    }
  }
}
