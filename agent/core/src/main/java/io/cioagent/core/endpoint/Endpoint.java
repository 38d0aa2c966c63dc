package io.cioagent.core.endpoint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.core.metrics.AgentStatus;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.exporter.httpserver.HttpExchangeAdapter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The embedded endpoint: {@code /metrics}, {@code /spans} and {@code /-/healthy}.
 *
 * <p>Uses the JDK's own HTTP server, which does not increase the size of the jar. Its dispatcher is
 * a daemon only because the starting thread is one; otherwise it would keep the JVM alive.
 */
public final class Endpoint {
  private static final int OK = 200;
  private static final int FORBIDDEN = 403;
  private static final int NOT_FOUND = 404;
  private static final int METHOD_NOT_ALLOWED = 405;
  private static final int INTERNAL_ERROR = 500;
  private static final String FAILURE_TEXT = "internal error";
  private static final int THREADS = 2;

  private final PrometheusScrapeHandler metrics;
  private final @Nullable RecentSpans spans;
  private final AgentStatus status;
  private final String host;
  private final HttpServer server;

  private Endpoint(
      PrometheusScrapeHandler metrics,
      @Nullable RecentSpans spans,
      AgentStatus status,
      String host,
      HttpServer server) {
    this.metrics = metrics;
    this.spans = spans;
    this.status = status;
    this.host = host;
    this.server = server;
  }

  /**
   * Starts the endpoint on the first free port of a range.
   *
   * @param registry the metrics for {@code /metrics}
   * @param spans the spans for {@code /spans}, if it is enabled
   * @param status the status for {@code /-/healthy}
   * @param toPort equal to {@code fromPort} for a single port; 0 means any free port
   * @throws UnknownHostException if {@code host} has no address
   * @throws IOException if no port of the range can be bound
   */
  public static Endpoint start(
      PrometheusRegistry registry,
      @Nullable RecentSpans spans,
      AgentStatus status,
      String host,
      int fromPort,
      int toPort)
      throws IOException {
    Endpoint endpoint =
        new Endpoint(
            // Not the defaults: they use system properties that the application may set for its
            // own Prometheus client, and a filter there would hide the agent's metrics.
            new PrometheusScrapeHandler(PrometheusProperties.builder().build(), registry),
            spans,
            status,
            host,
            EndpointAddress.bind(host, fromPort, toPort));
    endpoint.server.createContext("/", endpoint::handle);
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread =
                  new Thread(task, "customerio-agent-endpoint-" + number.incrementAndGet());
              thread.setDaemon(true);
              thread.setContextClassLoader(null);
              return thread;
            });
    executor.allowCoreThreadTimeOut(true);
    endpoint.server.setExecutor(executor);
    endpoint.server.start();
    return endpoint;
  }

  /** The URL of {@code /metrics}. */
  public String metricsUrl() {
    String urlHost = host.indexOf(':') >= 0 ? '[' + host + ']' : host;
    return "http://" + urlHost + ':' + server.getAddress().getPort() + "/metrics";
  }

  private void handle(HttpExchange exchange) {
    try {
      route(exchange);
    } catch (Throwable failure) {
      sendError(exchange, INTERNAL_ERROR, FAILURE_TEXT);
    } finally {
      exchange.close();
    }
  }

  private void route(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    boolean known =
        "/-/healthy".equals(path)
            || "/metrics".equals(path)
            || (spans != null && "/spans".equals(path));
    if (!known) {
      sendError(exchange, NOT_FOUND, "not found; available pages: /metrics, /spans, /-/healthy");
    } else if (!"GET".equals(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().set("Allow", "GET");
      sendError(exchange, METHOD_NOT_ALLOWED, "method not allowed; use GET");
    } else if ("/metrics".equals(path)) {
      metrics.handleRequest(new Scrape(exchange));
    } else if (spans != null && "/spans".equals(path)) {
      sendSpans(exchange, spans);
    } else {
      send(exchange, OK, status.line(metricsUrl()));
    }
  }

  private static void sendSpans(HttpExchange exchange, RecentSpans spans) throws IOException {
    if (!exchange.getRemoteAddress().getAddress().isLoopbackAddress()) {
      sendError(exchange, FORBIDDEN, "spans are available only to callers on this machine");
      return;
    }
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(OK, 0);
    try (OutputStream body = exchange.getResponseBody()) {
      spans.writeJsonTo(body);
    }
  }

  private static void sendError(HttpExchange exchange, int status, String text) {
    try {
      send(exchange, status, text);
    } catch (IOException gone) {
      // The client has closed the connection, or the response had started before the failure.
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = (text + '\n').getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
    if ("HEAD".equals(exchange.getRequestMethod())) {
      // With a length, the JDK's server would log a warning through java.util.logging.
      exchange.sendResponseHeaders(status, -1);
      return;
    }
    exchange.sendResponseHeaders(status, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  /**
   * A request for the metrics. Without this, the library would respond to a failure with a stack
   * trace and accept formats that are not served.
   */
  private static final class Scrape extends HttpExchangeAdapter {
    private final HttpExchange exchange;
    private final ScrapeFormat format;

    Scrape(HttpExchange exchange) {
      super(exchange);
      this.exchange = exchange;
      List<String> accepted = exchange.getRequestHeaders().get("Accept");
      format = ScrapeFormat.preferredBy(accepted == null ? null : String.join(",", accepted));
    }

    @Override
    public HttpRequest getRequest() {
      return new HttpRequest() {
        @Override
        public Enumeration<String> getHeaders(String name) {
          return "Accept".equalsIgnoreCase(name)
              ? Collections.enumeration(Collections.singletonList(format.accept()))
              : super.getHeaders(name);
        }

        // The debug parameter of the library fails on unknown values.
        @Override
        public @Nullable String getParameter(String name) {
          return "debug".equals(name) ? null : super.getParameter(name);
        }
      };
    }

    @Override
    public HttpResponse getResponse() {
      return new HttpResponse() {
        @Override
        public void setHeader(String name, String value) {
          boolean replaced = "Content-Type".equals(name) && format.contentType() != null;
          super.setHeader(name, replaced ? format.contentType() : value);
        }
      };
    }

    @Override
    public void handleException(IOException failure) {
      sendError(exchange, INTERNAL_ERROR, FAILURE_TEXT);
    }

    @Override
    public void handleException(RuntimeException failure) {
      sendError(exchange, INTERNAL_ERROR, FAILURE_TEXT);
    }
  }
}
