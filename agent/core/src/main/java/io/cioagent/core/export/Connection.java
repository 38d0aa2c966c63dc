package io.cioagent.core.export;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Connects to a collector, through the JVM's configured proxy if there is one. */
final class Connection {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final URI endpoint;
  private final @Nullable SSLSocketFactory tls;
  private final Proxy proxy;

  /**
   * @param tls null for plain HTTP
   */
  Connection(URI endpoint, @Nullable SSLSocketFactory tls) throws IOException {
    this.endpoint = endpoint;
    this.tls = tls;
    this.proxy = proxy(endpoint, tls != null);
  }

  /** The target in the request line: the full URL if an HTTP proxy is used. */
  String target() {
    String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
    String query = endpoint.getRawQuery() == null ? "" : '?' + endpoint.getRawQuery();
    String target = (path.isEmpty() ? "/" : path) + query;
    return proxy.type() == Proxy.Type.HTTP && tls == null
        ? "http://" + authority() + target
        : target;
  }

  /** The host and, unless it is the default of the scheme, the port. */
  String authority() {
    return endpoint.getPort() < 0
        ? endpoint.getHost()
        : endpoint.getHost() + ':' + endpoint.getPort();
  }

  /** The caller closes the result. Each socket is passed to {@code opened} before it connects. */
  Socket open(Deadline deadline, SocketTracker opened) throws IOException {
    Socket socket;
    if (proxy.type() == Proxy.Type.SOCKS) {
      socket = opened.add(new Socket(proxy));
      // Not resolved here, because only the proxy may be able to resolve the name.
      socket.connect(InetSocketAddress.createUnresolved(host(), port()), deadline.millisLeft());
    } else if (proxy.type() == Proxy.Type.HTTP) {
      InetSocketAddress address = (InetSocketAddress) proxy.address();
      socket = connect(address.getHostString(), address.getPort(), deadline, opened);
    } else {
      socket = connect(host(), port(), deadline, opened);
    }
    socket.setTcpNoDelay(true);
    return tls == null ? socket : secured(socket, tls, deadline, opened);
  }

  /** Collects the sockets to close at the deadline. */
  interface SocketTracker {
    Socket add(Socket socket) throws IOException;
  }

  private static Socket connect(String host, int port, Deadline deadline, SocketTracker opened)
      throws IOException {
    IOException failure = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      // Created without an address: a constructor that connects would use the JVM's SOCKS proxy.
      Socket socket = opened.add(new Socket(Proxy.NO_PROXY));
      try {
        socket.connect(new InetSocketAddress(address, port), deadline.millisLeft());
        return socket;
      } catch (IOException e) {
        socket.close();
        failure = e;
      }
    }
    throw failure;
  }

  private Socket secured(
      Socket plain, SSLSocketFactory tls, Deadline deadline, SocketTracker opened)
      throws IOException {
    plain.setSoTimeout(deadline.millisLeft());
    if (proxy.type() == Proxy.Type.HTTP) {
      String address = host() + ':' + port();
      String head = "CONNECT " + address + " HTTP/1.1\r\nHost: " + address + "\r\n\r\n";
      plain.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      int status = ResponseHead.read(plain.getInputStream()).status();
      if (status < 200 || status > 299) {
        throw new IOException("the proxy returned " + status);
      }
    }
    SSLSocket socket = (SSLSocket) opened.add(tls.createSocket(plain, host(), port(), true));
    SSLParameters parameters = socket.getSSLParameters();
    // Without this, the JDK does not check the host name in the certificate.
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return socket;
  }

  /** Without the brackets of an IPv6 address. */
  private String host() {
    String host = endpoint.getHost();
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  private int port() {
    return endpoint.getPort() >= 0 ? endpoint.getPort() : tls == null ? HTTP_PORT : HTTPS_PORT;
  }

  private static Proxy proxy(URI endpoint, boolean secure) throws IOException {
    ProxySelector selector = ProxySelector.getDefault();
    if (selector == null) {
      return Proxy.NO_PROXY;
    }
    List<Proxy> proxies;
    try {
      // Without path and query, which the proxy selector does not need.
      proxies =
          selector.select(
              new URI(
                  secure ? "https" : "http",
                  null,
                  endpoint.getHost(),
                  endpoint.getPort(),
                  "/",
                  null,
                  null));
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
    return proxies == null || proxies.isEmpty() ? Proxy.NO_PROXY : proxies.get(0);
  }
}
