package io.cioagent.core.endpoint;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Binds the address of the embedded endpoint. */
public final class EndpointAddress {
  /** Stands for the absence of a port. */
  public static final int NO_PORT = -1;

  /** Connections that the system accepts while all others of the endpoint are in use. */
  private static final int BACKLOG = 128;

  private EndpointAddress() {}

  /**
   * Binds the first free port of a range.
   *
   * @param toPort equal to {@code fromPort} for a single port; 0 means any free port
   * @param reservedPort a port that is left to others; {@link #NO_PORT} for none
   * @throws UnknownHostException if {@code host} has no address
   * @throws IOException if no port of the range can be bound
   */
  public static ServerSocket bind(String host, int fromPort, int toPort, int reservedPort)
      throws IOException {
    // Not resolved, because a custom hosts file of the JVM may lack the name.
    InetAddress address =
        "localhost".equals(host) ? InetAddress.getLoopbackAddress() : InetAddress.getByName(host);
    BindException taken = new BindException("port " + reservedPort + " is left to others");
    for (int port = fromPort; port <= toPort; port++) {
      if (port == reservedPort) {
        continue;
      }
      try {
        return new ServerSocket(port, BACKLOG, address);
      } catch (BindException e) {
        taken = e;
      }
    }
    throw taken;
  }
}
