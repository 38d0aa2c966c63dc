package io.cioagent.instrumentation.apachehttpclient4;

import io.cioagent.core.call.Exchange;
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
        rawPath(request.getRequestLine().getUri()));
  }

  /**
   * Path and query, still encoded. The application's own request has the whole URL on its line, and
   * so has the one that goes to a proxy.
   */
  public static String rawPath(String uri) {
    int from = 0;
    int to = uri.length();
    int fragment = uri.indexOf('#');
    if (fragment >= 0) {
      to = fragment;
    }
    int authority = uri.startsWith("/") ? -1 : uri.indexOf("://");
    if (authority >= 0) {
      from = authority + 3;
      while (from < to && uri.charAt(from) != '/' && uri.charAt(from) != '?') {
        from++;
      }
    }
    return uri.substring(Math.min(from, to), to);
  }
}
