package io.cioagent.core.endpoint;

import io.cioagent.core.metrics.AgentStatus;
import io.prometheus.metrics.config.PrometheusProperties;
import io.prometheus.metrics.exporter.common.PrometheusScrapeHandler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
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

  private final ServedTelemetry.Source telemetry;
  private final boolean showsSpans;
  private final AgentStatus status;
  private final String metricsUrl;
  private volatile @Nullable PrometheusScrapeHandler metrics;

  Pages(
      ServedTelemetry.Source telemetry, boolean showsSpans, AgentStatus status, String metricsUrl) {
    this.telemetry = telemetry;
    this.showsSpans = showsSpans;
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
            || (showsSpans && "/spans".equals(path));
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
    if ("/-/healthy".equals(path)) {
      return text(HttpStatus.SC_OK, status.line(metricsUrl));
    }
    boolean isScrape = "/metrics".equals(path);
    if (!isScrape && !client.isLoopbackAddress()) {
      return text(HttpStatus.SC_FORBIDDEN, "spans are available only to callers on this machine");
    }
    ServedTelemetry served = telemetry.await();
    if (served == null) {
      return text(HttpStatus.SC_SERVICE_UNAVAILABLE, "telemetry has not started");
    }
    return isScrape ? metrics(served, request) : spans(served.recentSpans());
  }

  private ClassicHttpResponse metrics(ServedTelemetry served, ClassicHttpRequest request)
      throws IOException {
    PrometheusScrapeHandler handler = metrics;
    if (handler == null) {
      try {
        // Not the defaults: they use system properties that the application may set for its own
        // Prometheus client, and a filter there would hide the agent's metrics.
        PrometheusProperties properties = PrometheusProperties.builder().build();
        handler = new PrometheusScrapeHandler(properties, served.registry());
      } catch (LinkageError e) {
        telemetry.cannotBeServed(e);
        return text(HttpStatus.SC_SERVICE_UNAVAILABLE, "metrics cannot be served");
      }
      metrics = handler;
    }
    Scrape scrape = new Scrape(request);
    handler.handleRequest(scrape);
    return scrape.response();
  }

  /** Of {@code /path?query} and of {@code http://host/path?query}, which a proxy may send. */
  private static String path(ClassicHttpRequest request) {
    String path = request.getPath();
    int query = path.indexOf('?');
    return query < 0 ? path : path.substring(0, query);
  }

  private static ClassicHttpResponse spans(@Nullable RecentSpans spans) throws IOException {
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    if (spans != null) {
      spans.writeJsonTo(json);
    }
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
