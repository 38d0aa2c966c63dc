package io.cioagent.instrumentation.okhttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import okhttp3.Request;

/** One exchange with Customer.io of a call to another host, which a redirect has led here. */
final class LedIn {
  final Exchange exchange;

  private LedIn(Exchange exchange) {
    this.exchange = exchange;
  }

  static LedIn begin(Observer observer, Request request) {
    Exchange exchange = observer.startExchange();
    Calls.attempt(exchange, request);
    return new LedIn(exchange);
  }

  /** The client has the head of the answer, or will not get one. */
  void end(Throwable thrown) {
    exchange.end(0, thrown);
  }
}
