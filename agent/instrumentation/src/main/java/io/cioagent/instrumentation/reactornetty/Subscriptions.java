package io.cioagent.instrumentation.reactornetty;

import io.cioagent.instrumentation.LibraryObjects;

/** Which subscription the client's own objects stand for; these are held weakly. */
final class Subscriptions {
  private static final LibraryObjects<Subscribed> BY_OBJECT = new LibraryObjects<>();

  private Subscriptions() {}

  static void put(Object clientObject, Subscribed subscribed) {
    BY_OBJECT.put(clientObject, subscribed);
  }

  /** Null for nothing; the object may be null. */
  static Subscribed find(Object clientObject) {
    return BY_OBJECT.get(clientObject);
  }
}
