package io.cioagent.instrumentation;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;

/**
 * Connections whose exchanges a library above them tells, so that what is observed beneath does not
 * count them again. They are held weakly and told apart by identity; safe for any thread.
 */
public final class ObservedAbove {
  private static final WeakConcurrentMap<Object, Boolean> CONNECTIONS =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  private ObservedAbove() {}

  /** The connection may be null. */
  public static void add(Object connection) {
    if (connection != null) {
      CONNECTIONS.put(connection, Boolean.TRUE);
    }
  }

  public static boolean contains(Object connection) {
    return CONNECTIONS.containsKey(connection);
  }
}
