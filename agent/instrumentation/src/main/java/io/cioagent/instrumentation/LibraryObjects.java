package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
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

  /**
   * The objects that stand for one value, which can forget them all as soon as it is of no more
   * use. Otherwise they stay until the next collection: thousands of them under load, which
   * lengthens each pause. The value may keep this, as it holds the objects weakly too.
   */
  public static final class Keys<V> {
    private final LibraryObjects<V> objects;
    private final V value;

    /** Null once they are forgotten. */
    private @Nullable List<WeakReference<Object>> keys = new ArrayList<>(2);

    public Keys(LibraryObjects<V> objects, V value) {
      this.objects = objects;
      this.value = value;
    }

    /** One more object stands for the value, unless that is of no more use. */
    public synchronized void add(Object libraryObject) {
      if (keys != null) {
        objects.put(libraryObject, value);
        keys.add(new WeakReference<>(libraryObject));
      }
    }

    /** The value is of no more use. */
    public synchronized void forget() {
      if (keys != null) {
        for (WeakReference<Object> each : keys) {
          objects.remove(each.get());
        }
        keys = null;
      }
    }
  }
}
