package io.cioagent.instrumentation.apachehttpasyncclient4;

import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.LibraryObjects;
import io.cioagent.instrumentation.RequestTarget;
import io.cioagent.instrumentation.apachehttpclient4.RequestLine;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;

/** One request of the application to Customer.io, known by the handler that serves it. */
final class AsyncRequest {
  /** The handlers are held weakly; what is kept of a request does not lead back to its handler. */
  private static final LibraryObjects<AsyncRequest> BY_HANDLER = new LibraryObjects<>();

  private final Exchange exchange;

  // Its current target; written before the connection is requested on which the rest happens.
  private volatile String method;
  private volatile String path;
  private volatile String scheme;
  private volatile String host;
  private volatile int port;

  /** A tunnel is being opened: the proxy's answers are none of Customer.io's. */
  private volatile boolean tunnelling;

  /** Of the last answer, also of one from where a redirect led or of a proxy's; 0 for none. */
  private volatile int status;

  private AsyncRequest(Exchange exchange) {
    this.exchange = exchange;
  }

  /** Null for a handler whose request leads elsewhere. */
  static AsyncRequest of(Object handler) {
    return BY_HANDLER.get(handler);
  }

  static AsyncRequest start(Object handler, Exchange exchange) {
    AsyncRequest request = new AsyncRequest(exchange);
    BY_HANDLER.put(handler, request);
    return request;
  }

  /** The handler has come to its end; it would stay until the next collection. */
  static void forget(Object handler) {
    BY_HANDLER.remove(handler);
  }

  /** Where the next connection leads, which is another place after a redirect. */
  void leadsTo(HttpHost target, HttpRequest request) {
    scheme = target.getSchemeName();
    host = target.getHostName();
    port = target.getPort();
    if (request != null) {
      method = request.getRequestLine().getMethod();
      path = RequestTarget.pathOf(request.getRequestLine().getUri());
    }
  }

  /** The request is about to be written to the connection. */
  void send(HttpRequest request) {
    tunnelling = RequestLine.isConnect(request);
    if (!tunnelling) {
      exchange.attempt(
          request.getRequestLine().getMethod(),
          scheme,
          host,
          port,
          RequestTarget.pathOf(request.getRequestLine().getUri()));
    }
  }

  void answered(int answeredStatus) {
    status = answeredStatus;
    if (!tunnelling) {
      exchange.answered(answeredStatus);
    }
  }

  void failed(Throwable error) {
    exchange.failed(error);
  }

  /** Null where it is of no interest. */
  AnswerBody answerBody() {
    return exchange.answerBody();
  }

  void complete() {
    AnswerBody body = answerBody();
    if (body != null) {
      body.end();
    }
    if (exchange.isUntried()) {
      // A proxy would not open the tunnel: its answer is what the application gets.
      attempt();
    }
    exchange.end(status, null);
  }

  void end(Throwable error) {
    boolean noConnection = error instanceof IOException || error instanceof TimeoutException;
    if (noConnection && exchange.isUntried()) {
      // Nothing to write to: refused, not found, or none left in the pool.
      attempt();
    }
    exchange.end(0, error);
  }

  private void attempt() {
    exchange.attempt(method, scheme, host, port, path);
  }
}
