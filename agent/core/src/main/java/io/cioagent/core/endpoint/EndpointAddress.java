package io.cioagent.core.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Where the embedded endpoint listens, by the settings. */
public final class EndpointAddress {
  private EndpointAddress() {}

  /**
   * A server on the first free port of a range; not started.
   *
   * @param toPort as {@code fromPort} for a single port; 0 takes any free one
   * @throws UnknownHostException where {@code host} has no address
   * @throws IOException where no port of the range can be bound
   */
  public static HttpServer bind(String host, int fromPort, int toPort) throws IOException {
    // Not looked up: where a hosts file is given to the JVM, it may lack the name.
    InetAddress address =
        "localhost".equals(host) ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    for (int port = fromPort; ; port++) {
      try {
        return HttpServer.create(new InetSocketAddress(address, port), 0);
      } catch (BindException taken) {
        if (port >= toPort) {
          throw taken;
        }
      }
    }
  }
}
