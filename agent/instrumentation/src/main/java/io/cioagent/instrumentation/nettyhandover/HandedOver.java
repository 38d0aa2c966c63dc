package io.cioagent.instrumentation.nettyhandover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.observe.Call;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which call handed over what: tasks of event loops, and promises that its work goes on with. Each
 * is taken once, and the call waits for it. Held weakly; no type of the library is needed.
 */
final class HandedOver {
  private final WeakConcurrentMap<Object, Call> calls =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares event loops without work of ours the look-ups. */
  private final AtomicInteger pending = new AtomicInteger();

  void put(Object work, Call call) {
    call.taskHandedOver();
    Call before = calls.put(work, call);
    if (before == null) {
      pending.incrementAndGet();
    } else {
      before.taskEnded();
    }
  }

  /** The call to go on with and to tell its end; null for none. */
  Call take(Object work) {
    if (pending.get() == 0) {
      return null;
    }
    Call call = calls.remove(work);
    if (call != null) {
      pending.decrementAndGet();
    }
    return call;
  }

  /** It will not go on, or has done so already. */
  void drop(Object work) {
    Call call = take(work);
    if (call != null) {
      call.taskEnded();
    }
  }
}
