package io.cioagent.instrumentation.apachehttpclient5;

import io.cioagent.core.observe.Exchange;
import io.cioagent.core.observe.Observer;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.net.URIAuthority;

/** Where a request leads, in the words of HttpClient. */
final class Requests {
  private Requests() {}

  /**
   * Whether the request leads to Customer.io. Its own authority, which becomes the header {@code
   * Host}, comes before the host that the client is told to connect with.
   *
   * @param target null where none is known
   */
  static boolean leadToCustomerIo(Observer observer, HttpRequest request, HttpHost target) {
    URIAuthority authority = request.getAuthority();
    if (authority != null) {
      return observer.hosts().contains(authority.getHostName(), authority.getPort());
    }
    return target != null && observer.hosts().contains(target.getHostName(), target.getPort());
  }

  /** As far as the request itself can tell. */
  static boolean mayLeadToCustomerIo(Observer observer, HttpRequest request) {
    return request.getAuthority() == null || leadToCustomerIo(observer, request, null);
  }

  /** An exchange on the wire begins. */
  static void attempt(Exchange exchange, HttpRequest request, HttpHost target) {
    RequestLine.of(request, target).attempt(exchange);
  }
}
