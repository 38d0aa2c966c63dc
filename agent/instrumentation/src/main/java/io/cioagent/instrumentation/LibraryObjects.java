package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Values by a library's own objects, such as its call, its request or its connection. The objects
 * are held weakly and compared by identity. Safe for use by multiple threads. A look-up allocates
 * nothing, as there is one for requests to other hosts too.
 */
public final class LibraryObjects<V> {
  /** Keeps one key for each thread to look up by, and empties it after each look-up. */
  private final WeakConcurrentMap<Object, V> known = new WeakConcurrentMap<>(false, true);

  /** Saves the look-ups in applications that send nothing to Customer.io with this library. */
  private volatile boolean used;

  public void put(Object libraryObject, @Nullable V value) {
    known.expungeStaleEntries();
    known.put(libraryObject, value);
    used = true;
  }

  /** The value of an object, if it has one. */
  public @Nullable V get(@Nullable Object libraryObject) {
    return used && libraryObject != null ? known.getIfPresent(libraryObject) : null;
  }

  /** As {@link #get}, and forgets the object. */
  public @Nullable V remove(@Nullable Object libraryObject) {
    if (!used || libraryObject == null) {
      return null;
    }
    known.expungeStaleEntries();
    return known.remove(libraryObject);
  }
}
