package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;

/** Which subscription the client's own objects stand for; these are held weakly. */
final class Subscriptions {
  private static final LibraryObjects<Subscribed> BY_OBJECT = new LibraryObjects<>();

  private Subscriptions() {}

  /** A request to Customer.io begins, on behalf of what is current on this thread. */
  static Subscribed begin(Observer observer, Object handler, Target target) {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    Subscribed subscribed = new Subscribed(exchange, target);
    put(handler, subscribed);
    return subscribed;
  }

  static void put(Object clientObject, Subscribed subscribed) {
    BY_OBJECT.put(clientObject, subscribed);
  }

  /** Null for nothing; the object may be null. */
  static Subscribed find(Object clientObject) {
    return BY_OBJECT.get(clientObject);
  }
}
