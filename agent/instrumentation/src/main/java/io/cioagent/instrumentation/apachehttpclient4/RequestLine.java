package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.call.Exchange;
import io.cioagent.instrumentation.RequestTarget;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;

/** The facts of a request line. */
public final class RequestLine {
  private RequestLine() {}

  /** Opens a tunnel through a proxy: no request of the application. */
  public static boolean isConnect(HttpRequest request) {
    return "CONNECT".equalsIgnoreCase(request.getRequestLine().getMethod());
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, HttpRequest request, HttpHost target) {
    exchange.attempt(
        request.getRequestLine().getMethod(),
        target.getSchemeName(),
        target.getHostName(),
        target.getPort(),
        RequestTarget.pathOf(request.getRequestLine().getUri()));
  }
}
