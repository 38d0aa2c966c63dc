package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Exchange;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** The facts of one request; holds on to no object of the library. Immutable. */
final class RequestLine {
  private static final int NO_PORT = -1;

  private final String method;
  private final String scheme;
  private final String host;
  private final int port;
  private final String path;

  private RequestLine(String method, String scheme, String host, int port, String path) {
    this.method = method;
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.path = path;
  }

  /**
   * @param target stands in for what the request itself leaves out, may be null
   */
  static RequestLine of(HttpRequest request, HttpHost target) {
    String scheme = request.getScheme();
    if (scheme == null) {
      scheme = target == null ? "http" : target.getSchemeName();
    }
    URIAuthority authority = request.getAuthority();
    String host = null;
    int port = NO_PORT;
    if (authority != null) {
      host = authority.getHostName();
      port = authority.getPort();
    } else if (target != null) {
      host = target.getHostName();
      port = target.getPort();
    }
    return new RequestLine(
        request.getMethod(), scheme, host, port, withoutOrigin(request.getPath()));
  }

  /** An exchange on the wire begins. */
  void attempt(Exchange exchange) {
    exchange.attempt(method, scheme, host, port, path);
  }

  /** Version 5.0 puts the whole URI into the path of what it sends to a proxy. */
  private static String withoutOrigin(String path) {
    int scheme = path == null || path.startsWith("/") ? -1 : path.indexOf("://");
    if (scheme < 0) {
      return path;
    }
    int end = scheme + 3;
    while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '?') {
      end++;
    }
    return path.substring(end);
  }
}
