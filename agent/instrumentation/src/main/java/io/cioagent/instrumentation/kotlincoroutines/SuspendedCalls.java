package io.cioagent.instrumentation.kotlincoroutines;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import java.lang.ref.WeakReference;
import org.jspecify.annotations.Nullable;

/**
 * The calls of suspend functions that are under way, by the continuation that the caller passed;
 * these are held weakly and compared by identity. Safe for use by multiple threads.
 */
public final class SuspendedCalls {
  private static final WeakConcurrentMap<Object, SuspendedCall> CALLS =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /**
   * Which of these is resumed when another continuation has come to its end; that one holds it, but
   * may in turn be reachable from it.
   */
  private static final WeakConcurrentMap<Object, WeakReference<Object>> COMPLETIONS =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares applications whose clients are none of Kotlin's the look-ups. */
  private static volatile boolean used;

  private SuspendedCalls() {}

  /** Before the function's body runs: it may be resumed on another thread before it returns. */
  public static void put(Object continuation, SuspendedCall call) {
    CALLS.put(continuation, call);
    used = true;
  }

  /** The call, null for none; the continuation may be null. */
  public static @Nullable SuspendedCall get(@Nullable Object continuation) {
    return used && continuation != null ? CALLS.getIfPresent(continuation) : null;
  }

  /** As {@link #get}, and it stands for nothing more. */
  public static @Nullable SuspendedCall remove(@Nullable Object continuation) {
    return used && continuation != null ? CALLS.remove(continuation) : null;
  }

  /** At the end of {@code continuation} the call's is resumed. */
  static void completes(Object continuation, Object completion) {
    COMPLETIONS.put(continuation, new WeakReference<>(completion));
  }

  /**
   * The one to be resumed now that {@code continuation} has come to its end; null for no call's.
   */
  static @Nullable Object completedBy(Object continuation) {
    WeakReference<Object> completion = used ? COMPLETIONS.remove(continuation) : null;
    return completion == null ? null : completion.get();
  }
}
