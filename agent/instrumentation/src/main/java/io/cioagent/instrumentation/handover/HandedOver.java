package io.cioagent.instrumentation.handover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.observe.Call;
import java.util.concurrent.Delayed;

/** Which call made which task or callback; these are held weakly. */
final class HandedOver {
  private final WeakConcurrentMap<Object, Call> calls =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares applications that hand nothing over the look-ups. */
  private volatile boolean used;

  /** A timer may run again and again, or in an hour: no call waits for it. */
  static boolean isTimer(Object task) {
    return task instanceof Delayed;
  }

  void put(Object task, Call call) {
    calls.put(task, call);
    used = true;
  }

  /** The call that made a task, null for none. */
  Call get(Object task) {
    return used ? calls.getIfPresent(task) : null;
  }

  /** As {@link #get}, for a task that runs but once. */
  Call remove(Object task) {
    return used ? calls.remove(task) : null;
  }
}
