package io.cioagent.core.call;

import io.cioagent.core.operation.Route;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The facts of one request line. Immutable, and equal to that of any other such request. */
public final class Request {
  private final String method;
  private final String scheme;
  private final String host;
  private final int port;
  private final Route route;
  private final boolean query;

  Request(String method, String scheme, String host, int port, Route route, boolean query) {
    this.method = method;
    this.scheme = scheme;
    this.host = host;
    this.port = port;
    this.route = route;
    this.query = query;
  }

  public String method() {
    return method;
  }

  /** {@code http} or {@code https}. */
  public String scheme() {
    return scheme;
  }

  /** The host in its canonical form. */
  public String host() {
    return host;
  }

  /** The port, also where the URL named none. */
  public int port() {
    return port;
  }

  public Route route() {
    return route;
  }

  /** Whether the URL has a query. */
  public boolean hasQuery() {
    return query;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Request)) {
      return false;
    }
    Request that = (Request) other;
    return route == that.route
        && port == that.port
        && query == that.query
        && Objects.equals(method, that.method)
        && Objects.equals(scheme, that.scheme)
        && Objects.equals(host, that.host);
  }

  @Override
  public int hashCode() {
    int names = 31 * Objects.hashCode(method) + Objects.hashCode(host);
    return 31 * (31 * names + route.hashCode()) + 2 * port + (query ? 1 : 0);
  }
}
