package io.cioagent.core.endpoint;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Binds the address of the embedded endpoint. */
public final class EndpointAddress {
  private EndpointAddress() {}

  /**
   * Creates a server on the first free port of a range, without starting it.
   *
   * @param toPort equal to {@code fromPort} for a single port; 0 means any free port
   * @throws UnknownHostException if {@code host} has no address
   * @throws IOException if no port of the range can be bound
   */
  public static HttpServer bind(String host, int fromPort, int toPort) throws IOException {
    // Not resolved, because a custom hosts file of the JVM may lack the name.
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
