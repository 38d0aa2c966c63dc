package io.cioagent.instrumentation.javanethttp;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import java.net.URI;
import java.net.http.HttpRequest;
import org.jspecify.annotations.Nullable;

/** The exchanges, and the bodies of answers, that the client's objects stand for; held weakly. */
final class Exchanges {
  private final Observer observer;

  /** One request of the application. No map may hold it, as it holds one of the keys. */
  static final class Sent {
    final HttpRequest request;
    final Exchange exchange;

    /** Null before the client has made it, and in a runtime with other inner classes. */
    @Nullable Object multiExchange;

    Sent(HttpRequest request, Exchange exchange) {
      this.request = request;
      this.exchange = exchange;
    }
  }

  /** The request that is being made on this thread, for the objects made beneath it. */
  private static final ThreadLocal<Sent> STARTING = new ThreadLocal<>();

  /** Saves the look-up in applications that send nothing to Customer.io by this client. */
  private volatile boolean used;

  private final LibraryObjects<Exchange> byClientObject = new LibraryObjects<>();

  /**
   * The answers to sends that are on their way to the application: first by the answer's head, then
   * by what brings the bytes.
   */
  private final LibraryObjects<AnswerBody> bodies = new LibraryObjects<>();

  Exchanges(Observer observer) {
    this.observer = observer;
  }

  boolean leadsToCustomerIo(HttpRequest request) {
    URI uri = request.uri();
    return uri != null && observer.hosts().contains(uri.getHost(), uri.getPort());
  }

  Sent start(HttpRequest request) {
    Exchange exchange = observer.startExchange();
    exchange.begin();
    used = true;
    Sent sent = new Sent(request, exchange);
    STARTING.set(sent);
    return sent;
  }

  void started() {
    STARTING.remove();
  }

  /** The object just made stands for the request that is being made on this thread, if any. */
  void bindToStarting(Object multiExchange) {
    Sent sent = used ? STARTING.get() : null;
    if (sent != null) {
      sent.multiExchange = multiExchange;
      bind(multiExchange, sent.exchange);
    }
  }

  void bind(Object clientObject, Exchange exchange) {
    byClientObject.put(clientObject, exchange);
  }

  /** The object is not needed any more; null for none. Otherwise it stays until a collection. */
  void unbind(@Nullable Object clientObject) {
    byClientObject.remove(clientObject);
  }

  /** What the object stands for, null for nothing. */
  Exchange find(Object clientObject) {
    return byClientObject.get(clientObject);
  }

  /** A request to another host was redirected to Customer.io. */
  Exchange ledIn(Object multiExchange) {
    Exchange exchange = observer.startLedInExchange();
    bind(multiExchange, exchange);
    return exchange;
  }

  /** A request is over, if it was redirected to Customer.io from another host. */
  void endIfLedIn(Object multiExchange, Throwable error) {
    Exchange exchange = find(multiExchange);
    if (exchange != null) {
      exchange.endIfLedIn(error);
    }
  }

  /**
   * @param body null where it is of no interest, as for nearly all answers
   */
  void expectBody(Object clientObject, AnswerBody body) {
    if (body != null) {
      bodies.put(clientObject, body);
    }
  }

  /** Null where the body is of no interest; the object may be null. */
  AnswerBody findBody(Object clientObject) {
    return bodies.get(clientObject);
  }

  /** As {@link #findBody}, once. */
  AnswerBody removeBody(Object clientObject) {
    return bodies.remove(clientObject);
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, HttpRequest request) {
    URI uri = request.uri();
    exchange.attempt(
        request.method(),
        uri.getScheme(),
        uri.getHost(),
        uri.getPort(),
        RequestTarget.of(uri.getRawPath(), uri.getRawQuery()));
  }
}
