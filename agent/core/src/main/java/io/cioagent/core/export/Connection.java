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

/** Connects to a collector, through the proxy that the JVM is set to use, if any. */
final class Connection {
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final URI endpoint;
  private final SSLSocketFactory tls;
  private final Proxy proxy;

  /**
   * @param tls null for plain HTTP
   */
  Connection(URI endpoint, SSLSocketFactory tls) throws IOException {
    this.endpoint = endpoint;
    this.tls = tls;
    this.proxy = proxy(endpoint, tls != null);
  }

  /** What the request line names: with a proxy that reads it, the whole address. */
  String target() {
    String path = endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
    String query = endpoint.getRawQuery() == null ? "" : '?' + endpoint.getRawQuery();
    String target = (path.isEmpty() ? "/" : path) + query;
    return proxy.type() == Proxy.Type.HTTP && tls == null
        ? "http://" + authority() + target
        : target;
  }

  /** Host and port, the port only where it is not the scheme's. */
  String authority() {
    return endpoint.getPort() < 0
        ? endpoint.getHost()
        : endpoint.getHost() + ':' + endpoint.getPort();
  }

  /** The caller closes what it gets, and {@code opened} from the first moment on. */
  Socket open(Deadline deadline, Opened opened) throws IOException {
    Socket socket;
    if (proxy.type() == Proxy.Type.SOCKS) {
      socket = opened.add(new Socket(proxy));
      // Not looked up here: the proxy may know more names than we do.
      socket.connect(InetSocketAddress.createUnresolved(host(), port()), deadline.millisLeft());
    } else if (proxy.type() == Proxy.Type.HTTP) {
      InetSocketAddress address = (InetSocketAddress) proxy.address();
      socket = connect(address.getHostString(), address.getPort(), deadline, opened);
    } else {
      socket = connect(host(), port(), deadline, opened);
    }
    socket.setTcpNoDelay(true);
    return tls == null ? socket : secured(socket, deadline, opened);
  }

  /** What must be closed when time is up. */
  interface Opened {
    Socket add(Socket socket) throws IOException;
  }

  private static Socket connect(String host, int port, Deadline deadline, Opened opened)
      throws IOException {
    IOException failure = null;
    for (InetAddress address : InetAddress.getAllByName(host)) {
      // Not given its address at once: connecting to any but Proxy.NO_PROXY asks the JVM's SOCKS.
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

  private Socket secured(Socket plain, Deadline deadline, Opened opened) throws IOException {
    plain.setSoTimeout(deadline.millisLeft());
    if (proxy.type() == Proxy.Type.HTTP) {
      String address = host() + ':' + port();
      String head = "CONNECT " + address + " HTTP/1.1\r\nHost: " + address + "\r\n\r\n";
      plain.getOutputStream().write(head.getBytes(StandardCharsets.ISO_8859_1));
      int status = AnswerHead.read(plain.getInputStream()).status();
      if (status < 200 || status > 299) {
        throw new IOException("the proxy returned " + status);
      }
    }
    SSLSocket socket = (SSLSocket) opened.add(tls.createSocket(plain, host(), port(), true));
    SSLParameters parameters = socket.getSSLParameters();
    // Without this the JDK checks whether the certificate is trusted, but not whose it is.
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
      // Without path and query, which are nobody's business.
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
