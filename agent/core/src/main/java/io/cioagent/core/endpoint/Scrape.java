package io.cioagent.core.endpoint;

import io.prometheus.metrics.exporter.common.PrometheusHttpExchange;
import io.prometheus.metrics.exporter.common.PrometheusHttpRequest;
import io.prometheus.metrics.exporter.common.PrometheusHttpResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request for the metrics, as the Prometheus library reads it. Without this, the library would
 * respond to a failure with a stack trace and accept formats that are not served.
 */
final class Scrape
    implements PrometheusHttpExchange, PrometheusHttpRequest, PrometheusHttpResponse {
  private final ClassicHttpRequest request;
  private final ScrapeFormat format;
  private final ClassicHttpResponse response = new BasicClassicHttpResponse(HttpStatus.SC_OK);
  private final ByteArrayOutputStream body = new ByteArrayOutputStream();

  Scrape(ClassicHttpRequest request) {
    this.request = request;
    List<String> accepted = values(HttpHeaders.ACCEPT);
    format = ScrapeFormat.preferredBy(accepted.isEmpty() ? null : String.join(",", accepted));
  }

  /** The response, once the library has written it. */
  ClassicHttpResponse response() {
    response.setEntity(new ByteArrayEntity(body.toByteArray(), null));
    return response;
  }

  @Override
  public PrometheusHttpRequest getRequest() {
    return this;
  }

  @Override
  public PrometheusHttpResponse getResponse() {
    return this;
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return Collections.enumeration(
        HttpHeaders.ACCEPT.equalsIgnoreCase(name)
            ? Collections.singletonList(format.accept())
            : values(name));
  }

  private List<String> values(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : request.getHeaders(name)) {
      values.add(header.getValue());
    }
    return values;
  }

  @Override
  public String getMethod() {
    return request.getMethod();
  }

  @Override
  public String getRequestPath() {
    return request.getPath();
  }

  @Override
  public @Nullable String getQueryString() {
    int query = request.getPath().indexOf('?');
    return query < 0 ? null : request.getPath().substring(query + 1);
  }

  // The debug parameter of the library fails on unknown values.
  @Override
  public @Nullable String getParameter(String name) {
    return "debug".equals(name) ? null : PrometheusHttpRequest.super.getParameter(name);
  }

  /** Ignores the length of the body, as the server determines it. */
  @Override
  public void setHeader(String name, String value) {
    if (HttpHeaders.CONTENT_LENGTH.equalsIgnoreCase(name)) {
      return;
    }
    boolean replaced =
        HttpHeaders.CONTENT_TYPE.equalsIgnoreCase(name) && format.contentType() != null;
    response.setHeader(name, replaced ? format.contentType() : value);
  }

  @Override
  public OutputStream sendHeadersAndGetBody(int status, int contentLength) {
    response.setCode(status);
    return body;
  }

  @Override
  public void handleException(IOException failure) throws IOException {
    throw failure;
  }

  @Override
  public void handleException(RuntimeException failure) {
    throw failure;
  }

  @Override
  public void close() {
    // The connection closes itself.
  }
}
