package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.LibraryObjects;
import java.lang.ref.WeakReference;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.protocol.HttpCoreContext;

/** One request to Customer.io that the application makes of an asynchronous client. */
final class AsyncCall {
  /** How many are under way: spares other hosts, while there are none, the look-ups. */
  private static final AtomicInteger OPEN = new AtomicInteger();

  /** By the future, the request on its way and other objects of the library that stand for it. */
  private static final LibraryObjects<AsyncCall> CALLS = new LibraryObjects<>();

  private static final int OK = 200;

  private final Exchange exchange;
  private final RequestLine original;
  private final LibraryObjects.Keys<AsyncCall> keys = new LibraryObjects.Keys<>(CALLS, this);

  /** Knows the last response. Weak: the library's objects know each other. */
  private final WeakReference<HttpCoreContext> context;

  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile boolean tunnelled;

  private AsyncCall(Exchange exchange, RequestLine original, HttpCoreContext context) {
    this.exchange = exchange;
    this.original = original;
    this.context = new WeakReference<>(context);
  }

  /**
   * The application makes a request, on this thread.
   *
   * @param context null where the library keeps the response to itself
   */
  static AsyncCall begin(
      Observer observer, HttpRequest request, HttpHost target, HttpCoreContext context) {
    AsyncCall call =
        new AsyncCall(observer.startExchange(), RequestLine.of(request, target), context);
    OPEN.incrementAndGet();
    call.exchange.begin();
    return call;
  }

  static boolean areUnderWay() {
    return OPEN.get() > 0;
  }

  /** The call that an object of the library stands for; null for none, or where none is left. */
  static AsyncCall of(Object libraryObject) {
    return areUnderWay() ? known(libraryObject) : null;
  }

  /** As {@link #of}, also where the call was cancelled. */
  static AsyncCall known(Object libraryObject) {
    return CALLS.get(libraryObject);
  }

  /** The library's object stands for this until the end. */
  void isKnownBy(Object libraryObject) {
    keys.add(libraryObject);
  }

  Exchange exchange() {
    return exchange;
  }

  /** An exchange on the wire begins. */
  void attempt(HttpRequest request) {
    // Version 5.0 may leave the host out of the request, which is then the original one.
    (request.getAuthority() == null ? original : RequestLine.of(request, null)).attempt(exchange);
  }

  /** A tunnel through a proxy is requested. */
  void tunnelled() {
    tunnelled = true;
  }

  /** The application gets a result. */
  void succeeded() {
    // Another host's answer, after a redirect, is not the open attempt's.
    int status = exchange.isOpen() ? 0 : lastStatus();
    if (exchange.isUntried() && tunnelled) {
      // The proxy's refusal; without a tunnel it is the answer of a cache, which is no attempt.
      original.attempt(exchange);
    }
    end(status, null);
    keys.forget();
  }

  /** The application gets an exception. */
  void failed(Throwable error) {
    fail(error);
    keys.forget();
  }

  /** The application wants no result. The library may be about to try again on another thread. */
  void cancelled() {
    fail(new CancellationException("Request cancelled"));
  }

  private void fail(Throwable error) {
    if (exchange.isUntried()) {
      // No connection: the client gave up before there was anything to write to.
      original.attempt(exchange);
    }
    end(0, error);
  }

  private void end(int status, Throwable error) {
    if (ended.compareAndSet(false, true)) {
      OPEN.decrementAndGet();
      exchange.end(status, error);
    }
  }

  private int lastStatus() {
    HttpCoreContext known = context.get();
    HttpResponse response = known == null ? null : known.getResponse();
    return response == null ? OK : response.getCode();
  }
}
