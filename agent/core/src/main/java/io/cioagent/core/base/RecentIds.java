package io.cioagent.core.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The last so many ids, each as 64 bits of its SHA-256, in a fixed amount of memory: some 20 bytes
 * an id, none before the first. Not safe for several threads.
 */
public final class RecentIds {
  private static final int NONE = -1;

  private static final String ALGORITHM = "SHA-256";

  /**
   * Stays as it is: each hash uses a copy, which costs a fraction of a search in all security
   * providers. Null before the first id.
   */
  private static volatile @Nullable MessageDigest prepared;

  private final int capacity;

  /** The hashes in the order they came, the oldest overwritten. */
  private long[] ring = {};

  /** Open addressing over slots of the ring, at most half full. */
  private int[] table = {};

  private int next;

  public RecentIds(int capacity) {
    this.capacity = capacity;
  }

  public static long hash(String id) {
    try {
      byte[] digest = digest().digest(id.getBytes(StandardCharsets.UTF_8));
      long hash = 0;
      for (int i = 0; i < Long.BYTES; i++) {
        hash = (hash << Byte.SIZE) | (digest[i] & 0xff);
      }
      // 0 stands for an empty slot.
      return hash == 0 ? 1 : hash;
    } catch (NoSuchAlgorithmException e) {
      // Every Java platform has it.
      throw new IllegalStateException(e);
    }
  }

  private static MessageDigest digest() throws NoSuchAlgorithmException {
    MessageDigest original = prepared;
    if (original == null) {
      original = MessageDigest.getInstance(ALGORITHM);
      prepared = original;
    }
    try {
      return (MessageDigest) original.clone();
    } catch (CloneNotSupportedException e) {
      // Such as that of a hardware module.
      return MessageDigest.getInstance(ALGORITHM);
    }
  }

  /** The slot of an id, from 0 to the capacity; -1 for one that is not among the last. */
  public int find(long hash) {
    return ring.length == 0 ? NONE : table[positionOf(hash)];
  }

  /**
   * Adds an id that is not there.
   *
   * @return its slot, which was the oldest id's
   */
  public int add(long hash) {
    if (ring.length == 0) {
      ring = new long[capacity];
      table = new int[Integer.highestOneBit(capacity) * 4];
      Arrays.fill(table, NONE);
    }
    int slot = next;
    next = (next + 1) % capacity;
    if (ring[slot] != 0) {
      remove(positionOf(ring[slot]));
    }
    ring[slot] = hash;
    table[positionOf(hash)] = slot;
    return slot;
  }

  /** Where an id is in the table, or where it would be put. */
  private int positionOf(long hash) {
    int position = home(hash);
    while (table[position] != NONE && ring[table[position]] != hash) {
      position = after(position);
    }
    return position;
  }

  /** Closes the gap, so that no search ends too early. */
  private void remove(int position) {
    int gap = position;
    for (int each = after(gap); table[each] != NONE; each = after(each)) {
      int home = home(ring[table[each]]);
      boolean homeIsBetween =
          gap < each ? (gap < home && home <= each) : (gap < home || home <= each);
      if (!homeIsBetween) {
        table[gap] = table[each];
        gap = each;
      }
    }
    table[gap] = NONE;
  }

  private int home(long hash) {
    return (int) hash & (table.length - 1);
  }

  private int after(int position) {
    return (position + 1) & (table.length - 1);
  }
}
