package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Connections whose exchanges are observed in a library above them, so that they are not counted
 * again beneath. They are held weakly and compared by identity. Safe for use by multiple threads.
 */
public final class ObservedAbove {
  private static final WeakConcurrentMap<Object, Boolean> CONNECTIONS =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  private ObservedAbove() {}

  public static void add(@Nullable Object connection) {
    if (connection != null) {
      CONNECTIONS.put(connection, Boolean.TRUE);
    }
  }

  public static boolean contains(Object connection) {
    return CONNECTIONS.containsKey(connection);
  }
}
