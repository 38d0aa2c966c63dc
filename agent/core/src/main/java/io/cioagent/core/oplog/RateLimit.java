package io.cioagent.core.oplog;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Lets at most so many pass within any second, and counts what it held back. Takes no lock and
 * allocates nothing.
 */
final class RateLimit {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** When the last ones passed, as a ring; null where there is no limit. */
  private final @Nullable AtomicLongArray passed;

  /** Counts those that passed: where in the ring the oldest of them stands. */
  private final AtomicLong turn = new AtomicLong();

  private final AtomicLong heldBack = new AtomicLong();

  /**
   * @param perSecond 0 for no limit
   * @param nanos {@link System#nanoTime()} by now
   */
  RateLimit(int perSecond, long nanos) {
    long[] longAgo = new long[perSecond];
    Arrays.fill(longAgo, nanos - SECOND);
    passed = perSecond == 0 ? null : new AtomicLongArray(longAgo);
  }

  /**
   * Whether one more may pass; counted as held back where not.
   *
   * @param nanos {@link System#nanoTime()} by now
   */
  boolean pass(long nanos) {
    if (passed == null) {
      return true;
    }
    while (true) {
      long seen = turn.get();
      int oldest = (int) (seen % passed.length());
      long since = passed.get(oldest);
      if (nanos - since < SECOND) {
        if (turn.get() == seen) {
          heldBack.incrementAndGet();
          return false;
        }
      } else if (passed.compareAndSet(oldest, since, nanos)) {
        turn.incrementAndGet();
        return true;
      }
    }
  }

  /** How many were held back since this was last asked. */
  long takeHeldBack() {
    return heldBack.get() == 0 ? 0 : heldBack.getAndSet(0);
  }

  /** What passed was lost on its way, with what it had to tell. */
  void lost(long count) {
    heldBack.addAndGet(count);
  }
}
