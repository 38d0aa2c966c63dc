package io.cioagent.core.webhook;

import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What the application has read of a body so far, up to a limit; the rest is only counted. Used by
 * one thread at a time.
 */
public final class BodyCopy {
  private static final int SMALL = 512;

  private final int limit;
  private byte[] bytes;
  private int length;
  private long total;

  /**
   * An empty copy.
   *
   * @param limit how many bytes are kept, above 0
   * @param expected how many will come, 0 or less where that is not known
   */
  public BodyCopy(int limit, long expected) {
    this.limit = limit;
    this.bytes = new byte[(int) Math.min(expected > 0 ? expected : SMALL, limit)];
  }

  public void add(byte[] from, int offset, int count) {
    int kept = room(count);
    System.arraycopy(from, offset, bytes, length, kept);
    length += kept;
  }

  public void add(int single) {
    if (room(1) > 0) {
      bytes[length++] = (byte) single;
    }
  }

  /** Adds what is between the position and the limit, and leaves both as they are. */
  public void add(ByteBuffer from) {
    int kept = room(from.remaining());
    from.duplicate().get(bytes, length, kept);
    length += kept;
  }

  /** How many of {@code count} bytes are kept; there is space for them then. */
  private int room(int count) {
    total += count;
    int kept = Math.min(count, limit - length);
    if (length + kept > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(limit, Math.max(length + kept, 2 * bytes.length)));
    }
    return kept;
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
