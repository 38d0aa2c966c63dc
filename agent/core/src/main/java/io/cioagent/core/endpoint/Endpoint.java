package io.cioagent.core.endpoint;

import io.cioagent.core.metrics.AgentStatus;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * The embedded endpoint: {@code /metrics}, {@code /spans} and {@code /-/healthy}.
 *
 * <p>Does not use the JDK's HTTP server: it is missing in some runtimes, initializes
 * java.util.logging, shares its settings with servers of the application, and other agents observe
 * it.
 */
public final class Endpoint {
  private final String host;
  private final ServerSocket server;
  private final Listener listener;
  private final ServedTelemetry.Source telemetry;
  private final boolean showsSpans;
  private final AgentStatus status;

  private Endpoint(
      ServedTelemetry.Source telemetry,
      boolean showsSpans,
      AgentStatus status,
      String host,
      ServerSocket server) {
    this.host = host;
    this.server = server;
    listener = new Listener(server, this);
    this.telemetry = telemetry;
    this.showsSpans = showsSpans;
    this.status = status;
  }

  /**
   * Starts the endpoint on the first free port of a range.
   *
   * @param telemetry what is served; started by the first request for it
   * @param showsSpans whether {@code /spans} is enabled
   * @param status the status for {@code /-/healthy}
   * @param toPort equal to {@code fromPort} for a single port; 0 means any free port
   * @param reservedPort a port of the range that is left to others; {@link EndpointAddress#NO_PORT}
   *     for none
   * @throws UnknownHostException if {@code host} has no address
   * @throws IOException if no port of the range can be bound
   */
  public static Endpoint start(
      ServedTelemetry.Source telemetry,
      boolean showsSpans,
      AgentStatus status,
      String host,
      int fromPort,
      int toPort,
      int reservedPort)
      throws IOException {
    ServerSocket server = EndpointAddress.bind(host, fromPort, toPort, reservedPort);
    Endpoint endpoint = new Endpoint(telemetry, showsSpans, status, host, server);
    endpoint.listener.start();
    return endpoint;
  }

  /** The pages: classes that are loaded with the first connection. */
  Pages pages() {
    return new Pages(telemetry, showsSpans, status, metricsUrl());
  }

  /** The URL of {@code /metrics}. */
  public String metricsUrl() {
    String urlHost = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    return "http://" + urlHost + ':' + server.getLocalPort() + "/metrics";
  }

  /** Closes the endpoint and its connections. Does not block. */
  public void close() {
    listener.close();
  }
}
