package io.cioagent.core.oplog;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * Limits the number of lines within any second, and counts the suppressed ones. Takes no lock and
 * allocates nothing.
 */
final class RateLimit {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  /** The times of the last lines that passed, as a ring buffer; null without a limit. */
  private final @Nullable AtomicLongArray passed;

  /**
   * The number of lines that passed, which gives the index of the oldest one in the ring buffer.
   */
  private final AtomicLong turn = new AtomicLong();

  private final AtomicLong suppressed = new AtomicLong();

  /**
   * @param perSecond 0 for no limit
   * @param nanos the current {@link System#nanoTime()}
   */
  RateLimit(int perSecond, long nanos) {
    long[] longAgo = new long[perSecond];
    Arrays.fill(longAgo, nanos - SECOND);
    passed = perSecond == 0 ? null : new AtomicLongArray(longAgo);
  }

  /**
   * Whether one more line may pass; if not, it is counted as suppressed.
   *
   * @param nanos the current {@link System#nanoTime()}
   */
  boolean pass(long nanos) {
    if (passed == null) {
      return true;
    }
    while (true) {
      long count = turn.get();
      int oldest = (int) (count % passed.length());
      long since = passed.get(oldest);
      if (nanos - since < SECOND) {
        if (turn.get() == count) {
          suppressed.incrementAndGet();
          return false;
        }
      } else if (passed.compareAndSet(oldest, since, nanos)) {
        turn.incrementAndGet();
        return true;
      }
    }
  }

  /** Returns the number of suppressed lines since the previous call. */
  long takeSuppressed() {
    return suppressed.get() == 0 ? 0 : suppressed.getAndSet(0);
  }

  /** Adds lines that passed but were lost, including their own suppressed count. */
  void addSuppressed(long count) {
    suppressed.addAndGet(count);
  }
}
