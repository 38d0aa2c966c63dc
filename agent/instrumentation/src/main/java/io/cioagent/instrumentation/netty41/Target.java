package io.cioagent.instrumentation.netty41;

import io.cioagent.core.call.Exchange;
import io.cioagent.core.operation.HostPort;
import io.cioagent.core.operation.Hosts;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** Where a request to Customer.io goes. */
final class Target {
  private static final int HTTPS_PORT = 443;

  private final String scheme;
  private final String host;
  private final int port;
  private final String rawPath;

  private Target(
      Channel channel, String scheme, String authority, int defaultPort, String rawPath) {
    int colon = HostPort.colonOfPort(authority, 0, authority.length());
    this.host = colon < 0 ? authority : authority.substring(0, colon);
    int named = colon < 0 ? -1 : HostPort.portAfter(authority, colon, authority.length());
    // Some name no port in the header where they should; but a tunnel's other end has another port.
    this.port =
        named < 0 && host.equalsIgnoreCase(hostOf(channel.remoteAddress())) ? defaultPort : named;
    this.scheme = scheme == null ? schemeOf(channel, port) : scheme;
    this.rawPath = rawPath;
  }

  /** Null for a request to any other host. Allocates nothing then. */
  static Target of(Hosts hosts, Channel channel, HttpRequest request) {
    String uri = request.uri();
    int scheme = uri.isEmpty() || uri.charAt(0) == '/' ? -1 : uri.indexOf("://");
    SocketAddress remote = channel.remoteAddress();
    int port = portOf(remote);
    if (scheme > 0) {
      int end = endOfAuthority(uri, scheme + 3);
      int start = Math.max(scheme + 3, uri.lastIndexOf('@', end - 1) + 1);
      return hosts.containsAuthority(uri, start, end, -1)
          ? new Target(
              channel, uri.substring(0, scheme), uri.substring(start, end), -1, uri.substring(end))
          : null;
    }
    String named = request.headers().get(HttpHeaderNames.HOST);
    String authority = named == null ? hostOf(remote) : named;
    return authority != null && hosts.containsAuthority(authority, 0, authority.length(), port)
        ? new Target(channel, null, authority, port, uri)
        : null;
  }

  /**
   * As the other, for the pseudo headers of HTTP/2.
   *
   * @param named host and perhaps port, null where the request names none
   */
  static Target of(
      Hosts hosts, Channel channel, CharSequence scheme, CharSequence named, CharSequence rawPath) {
    SocketAddress remote = channel.remoteAddress();
    int port = portOf(remote);
    CharSequence authority = named == null ? hostOf(remote) : named;
    return authority != null && hosts.containsAuthority(authority, 0, authority.length(), port)
        ? new Target(
            channel,
            scheme == null ? null : scheme.toString(),
            authority.toString(),
            port,
            rawPath == null ? null : rawPath.toString())
        : null;
  }

  void attempt(Exchange exchange, String method) {
    exchange.attempt(method, scheme, host, port, rawPath);
  }

  private static String schemeOf(Channel channel, int port) {
    return port == HTTPS_PORT || Tls.in(channel) ? "https" : "http";
  }

  private static int endOfAuthority(String uri, int from) {
    for (int i = from; i < uri.length(); i++) {
      char c = uri.charAt(i);
      if (c == '/' || c == '?' || c == '#') {
        return i;
      }
    }
    return uri.length();
  }

  private static int portOf(SocketAddress address) {
    return address instanceof InetSocketAddress ? ((InetSocketAddress) address).getPort() : -1;
  }

  private static String hostOf(SocketAddress address) {
    return address instanceof InetSocketAddress
        ? ((InetSocketAddress) address).getHostString()
        : null;
  }
}
