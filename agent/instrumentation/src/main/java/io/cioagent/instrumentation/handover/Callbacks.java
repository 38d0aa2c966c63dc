package io.cioagent.instrumentation.handover;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import io.cioagent.core.call.Call;
import org.jspecify.annotations.Nullable;

/**
 * Which call registered which callback; callbacks are held weakly. Those of coroutines may run more
 * than once.
 */
final class Callbacks {
  private final WeakConcurrentMap<Object, Call> calls =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  void put(Object callback, Call call) {
    calls.put(callback, call);
  }

  /** It does not run again. */
  void remove(Object callback) {
    calls.remove(callback);
  }

  /** The call that registered it, null for none. */
  @Nullable Call get(@Nullable Object callback) {
    return callback == null || calls.approximateSize() == 0 ? null : calls.getIfPresent(callback);
  }
}
