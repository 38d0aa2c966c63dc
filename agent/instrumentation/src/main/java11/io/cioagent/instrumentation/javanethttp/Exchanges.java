package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;
import java.net.URI;
import java.net.http.HttpRequest;

/** Which of our exchanges the client's own objects stand for; these are held weakly. */
final class Exchanges {
  private final Observer observer;

  /** The request that is being made on this thread, for the objects made beneath it. */
  private static final ThreadLocal<Exchange> STARTING = new ThreadLocal<>();

  /** Spares applications that send nothing to Customer.io by this client the look at the thread. */
  private volatile boolean used;

  private final LibraryObjects<Exchange> byClientObject = new LibraryObjects<>();

  /** By what serves a request to another host that a redirect has led here. */
  private final LibraryObjects<Exchange> ledIn = new LibraryObjects<>();

  Exchanges(Observer observer) {
    this.observer = observer;
  }

  boolean leadsToCustomerIo(HttpRequest request) {
    URI uri = request.uri();
    return uri != null && observer.hosts().contains(uri.getHost(), uri.getPort());
  }

  Exchange start() {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    used = true;
    STARTING.set(exchange);
    return exchange;
  }

  void started() {
    STARTING.remove();
  }

  /** The object just made stands for the request that is being made on this thread, if any. */
  void bindToStarting(Object clientObject) {
    Exchange exchange = used ? STARTING.get() : null;
    if (exchange != null) {
      bind(clientObject, exchange);
    }
  }

  void bind(Object clientObject, Exchange exchange) {
    byClientObject.put(clientObject, exchange);
  }

  /** What the object stands for, null for nothing. */
  Exchange find(Object clientObject) {
    return byClientObject.get(clientObject);
  }

  /** A request to another host was redirected here: from now on it is one of ours. */
  Exchange ledIn(Object multiExchange) {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    bind(multiExchange, exchange);
    ledIn.put(multiExchange, exchange);
    return exchange;
  }

  /** Null for any other request. */
  Exchange findLedIn(Object multiExchange) {
    return ledIn.get(multiExchange);
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, HttpRequest request) {
    URI uri = request.uri();
    String query = uri.getRawQuery();
    exchange.attempt(
        request.method(),
        uri.getScheme(),
        uri.getHost(),
        uri.getPort(),
        query == null ? uri.getRawPath() : uri.getRawPath() + '?' + query);
  }
}
