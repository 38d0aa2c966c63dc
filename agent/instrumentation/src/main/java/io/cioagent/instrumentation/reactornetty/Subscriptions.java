package io.cioagent.instrumentation.reactornetty;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;

/** Which subscription the client's own objects stand for; these are held weakly. */
final class Subscriptions {
  private static final WeakConcurrentMap<Object, Subscribed> BY_OBJECT =
      new WeakConcurrentMap.WithInlinedExpunction<>();

  /** Spares applications that send nothing to Customer.io by this client the look-ups. */
  private static volatile boolean used;

  private Subscriptions() {}

  static void put(Object clientObject, Subscribed subscribed) {
    BY_OBJECT.put(clientObject, subscribed);
    used = true;
  }

  /** Null for nothing; the object may be null. */
  static Subscribed find(Object clientObject) {
    return used && clientObject != null ? BY_OBJECT.getIfPresent(clientObject) : null;
  }
}
