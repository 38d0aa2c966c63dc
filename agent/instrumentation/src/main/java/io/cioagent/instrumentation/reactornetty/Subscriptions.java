package io.cioagent.instrumentation.reactornetty;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;

/** Which subscription the client's own objects stand for; these are held weakly. */
final class Subscriptions {
  /** By the handler of a subscription, and by the sink of each attempt. */
  static final LibraryObjects<Subscription> BY_OBJECT = new LibraryObjects<>();

  /** The answers to sends that arrive, by what the client makes for each attempt. */
  private static final LibraryObjects<AnswerBody> BODIES = new LibraryObjects<>();

  private Subscriptions() {}

  /** A request to Customer.io begins, on behalf of what is current on this thread. */
  static Subscription begin(Observer observer, Object handler, Target target) {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    Subscription subscription = new Subscription(exchange, target);
    subscription.isKnownBy(handler);
    return subscription;
  }

  /** Null for nothing; the object may be null. */
  static Subscription find(Object clientObject) {
    return BY_OBJECT.get(clientObject);
  }

  /**
   * @param body null where it is of no interest, as for nearly all answers
   */
  static void expectBody(Object operations, AnswerBody body) {
    if (body != null) {
      BODIES.put(operations, body);
    }
  }

  /** Null where the body is of no interest. */
  static AnswerBody findBody(Object operations) {
    return BODIES.get(operations);
  }
}
