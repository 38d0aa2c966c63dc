package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.RequestTarget;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** Where one request leads; holds on to no object of the library. Immutable. */
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
        request.getMethod(), scheme, host, port, RequestTarget.pathOf(request.getPath()));
  }

  /**
   * Whether the request leads to Customer.io. Its own authority, which becomes the header {@code
   * Host}, comes before the host that the client connects with.
   *
   * @param target null where none is known
   */
  static boolean leadsToCustomerIo(Observer observer, HttpRequest request, HttpHost target) {
    URIAuthority authority = request.getAuthority();
    if (authority != null) {
      return observer.hosts().contains(authority.getHostName(), authority.getPort());
    }
    return target != null && observer.hosts().contains(target.getHostName(), target.getPort());
  }

  /** As far as the request itself can say. */
  static boolean mayLeadToCustomerIo(Observer observer, HttpRequest request) {
    return request.getAuthority() == null || leadsToCustomerIo(observer, request, null);
  }

  /** Asks a proxy for a tunnel: no request of the application. */
  static boolean isConnect(HttpRequest request) {
    return "CONNECT".equals(request.getMethod());
  }

  /** An exchange on the wire begins. */
  void attempt(Exchange exchange) {
    exchange.attempt(method, scheme, host, port, path);
  }
}
