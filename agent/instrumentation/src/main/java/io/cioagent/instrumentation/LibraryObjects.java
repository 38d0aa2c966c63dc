package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;

/**
 * What is known of a library's own objects, such as its call, its request or its connection. They
 * are held weakly and told apart by identity; safe for any thread. Requests to other hosts are
 * looked up too, so that allocates nothing.
 */
public final class LibraryObjects<V> {
  /** Keeps one key for each thread to look up by, and empties it after each look-up. */
  private final WeakConcurrentMap<Object, V> known = new WeakConcurrentMap<>(false, true);

  /** Spares applications that send nothing to Customer.io by this library the look-ups. */
  private volatile boolean used;

  public void put(Object libraryObject, V value) {
    known.expungeStaleEntries();
    known.put(libraryObject, value);
    used = true;
  }

  /** Null for nothing; the object may be null. */
  public V get(Object libraryObject) {
    return used && libraryObject != null ? known.getIfPresent(libraryObject) : null;
  }

  /** As {@link #get}, and nothing is known of the object any more. */
  public V remove(Object libraryObject) {
    if (!used || libraryObject == null) {
      return null;
    }
    known.expungeStaleEntries();
    return known.remove(libraryObject);
  }
}
