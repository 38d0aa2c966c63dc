package io.cioagent.core.endpoint;

import io.cioagent.core.metrics.AgentStatus;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.function.Supplier;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.StringEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/** The pages of the endpoint. Safe for any thread. */
final class Pages {
  private static final ContentType TEXT = ContentType.parse("text/plain; charset=utf-8");

  private final PrometheusScrapeHandler metrics;
  private final @Nullable RecentSpans spans;
  private final AgentStatus status;
  private final Supplier<String> metricsUrl;

  Pages(
      PrometheusRegistry registry,
      @Nullable RecentSpans spans,
      AgentStatus status,
      Supplier<String> metricsUrl) {
    // Not the defaults: they use system properties that the application may set for its own
    // Prometheus client, and a filter there would hide the agent's metrics.
    metrics = new PrometheusScrapeHandler(PrometheusProperties.builder().build(), registry);
    this.spans = spans;
    this.status = status;
    this.metricsUrl = metricsUrl;
  }

  /** Responds to any request; the response is complete. */
  ClassicHttpResponse respond(ClassicHttpRequest request, InetAddress client) {
    try {
      return route(request, client);
    } catch (Throwable failure) {
      return text(HttpStatus.SC_INTERNAL_SERVER_ERROR, "internal error");
    }
  }

  private ClassicHttpResponse route(ClassicHttpRequest request, InetAddress client)
      throws IOException {
    String path = path(request);
    boolean known =
        "/-/healthy".equals(path)
            || "/metrics".equals(path)
            || (spans != null && "/spans".equals(path));
    if (!known) {
      return text(
          HttpStatus.SC_NOT_FOUND, "not found; available pages: /metrics, /spans, /-/healthy");
    }
    if (!"GET".equals(request.getMethod())) {
      ClassicHttpResponse response =
          text(HttpStatus.SC_METHOD_NOT_ALLOWED, "method not allowed; use GET");
      response.setHeader(HttpHeaders.ALLOW, "GET");
      return response;
    }
    if ("/metrics".equals(path)) {
      Scrape scrape = new Scrape(request);
      metrics.handleRequest(scrape);
      return scrape.response();
    }
    if (spans != null && "/spans".equals(path)) {
      return spans(spans, client);
    }
    return text(HttpStatus.SC_OK, status.line(metricsUrl.get()));
  }

  /** Of {@code /path?query} and of {@code http://host/path?query}, which a proxy may send. */
  private static String path(ClassicHttpRequest request) {
    String path = request.getPath();
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static ClassicHttpResponse spans(RecentSpans spans, InetAddress client)
      throws IOException {
    if (!client.isLoopbackAddress()) {
      return text(HttpStatus.SC_FORBIDDEN, "spans are available only to callers on this machine");
    }
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    spans.writeJsonTo(json);
    ClassicHttpResponse response = new BasicClassicHttpResponse(HttpStatus.SC_OK);
    response.setEntity(
        new ByteArrayEntity(json.toByteArray(), ContentType.create("application/json")));
    return response;
  }

  static ClassicHttpResponse text(int status, String line) {
    ClassicHttpResponse response = new BasicClassicHttpResponse(status);
    response.setEntity(new StringEntity(line + '\n', TEXT));
    return response;
  }
}
