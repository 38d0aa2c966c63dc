package io.cioagent.core.base;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * What the application has read of a body so far, up to a limit; the rest is only counted. Grows
 * with what really comes, whatever length a sender announces. Used by one thread at a time.
 */
public final class BodyCopy {
  private static final int SMALL = 512;

  /** What is taken without asking: most bodies are smaller. */
  private static final int FREE = 4096;

  private final @Nullable AtomicInteger budget;
  private int limit;
  private byte[] bytes;
  private int length;
  private long total;
  private int taken;

  /**
   * An empty copy.
   *
   * @param limit how many bytes are kept, above 0
   * @param expected how many will come, 0 or less where that is not known
   */
  public BodyCopy(int limit, long expected) {
    this(limit, expected, null);
  }

  /**
   * An empty copy.
   *
   * @param budget how many bytes all copies together may still take beyond their first, if that is
   *     limited. To be given back by {@link #release}
   */
  public BodyCopy(int limit, long expected, @Nullable AtomicInteger budget) {
    this.limit = limit;
    this.budget = budget;
    this.bytes = new byte[(int) Math.min(expected > 0 ? expected : SMALL, Math.min(FREE, limit))];
  }

  /** Whether so many bytes more are kept; there is space for them then. */
  public boolean keeps(int count) {
    int needed = length + count;
    if (needed < 0 || needed > limit) {
      return false;
    }
    if (needed > bytes.length) {
      int size = Math.min(limit, Math.max(needed, 2 * bytes.length));
      if (!take(size - bytes.length)) {
        limit = length;
        return false;
      }
      bytes = Arrays.copyOf(bytes, size);
    }
    return true;
  }

  private boolean take(int count) {
    if (budget != null && length + count > FREE) {
      if (budget.addAndGet(-count) < 0) {
        budget.addAndGet(count);
        return false;
      }
      taken += count;
    }
    return true;
  }

  /** Takes no more, and gives back to others what was taken of the budget. */
  public void release() {
    limit = length;
    if (budget != null && taken > 0) {
      budget.addAndGet(taken);
      taken = 0;
    }
  }

  public void add(byte[] from, int offset, int count) {
    int kept = keptOf(count);
    System.arraycopy(from, offset, bytes, length, kept);
    length += kept;
  }

  public void add(int single) {
    if (keptOf(1) > 0) {
      bytes[length++] = (byte) single;
    }
  }

  /** Adds what is between the position and the limit, and leaves both as they are. */
  public void add(ByteBuffer from) {
    int kept = keptOf(from.remaining());
    from.duplicate().get(bytes, length, kept);
    length += kept;
  }

  /** How many of {@code count} bytes are kept. */
  private int keptOf(int count) {
    total += count;
    int most = Math.min(count, limit - length);
    return keeps(most) ? most : 0;
  }

  /** The bytes kept, of which {@link #length()} count; not a copy. */
  public byte[] bytes() {
    return bytes;
  }

  /** How many bytes are kept. */
  public int length() {
    return length;
  }

  /** How many bytes were read, kept or not. */
  public long total() {
    return total;
  }

  /** Whether more was read than is kept. */
  public boolean isCut() {
    return total > length;
  }
}
