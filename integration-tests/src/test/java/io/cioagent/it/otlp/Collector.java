package io.cioagent.it.otlp;

import com.google.protobuf.ByteString;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.cioagent.it.harness.Await;
import io.cioagent.it.standin.Certificate;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.metrics.v1.NumberDataPoint;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPInputStream;
import javax.net.ssl.SSLParameters;

/** Takes spans and metrics by OTLP over HTTP. */
public final class Collector implements AutoCloseable {

  private final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  private final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  private final List<Headers> headers = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  private Collector(HttpServer server, int port) {
    this.server = server;
    try {
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.start();
  }

  public static Collector http() throws IOException {
    return at(0);
  }

  /** At a port that a test has held until now. */
  static Collector at(int port) throws IOException {
    return new Collector(HttpServer.create(), port);
  }

  /** Lets in only who shows the same certificate. */
  static Collector https(Certificate certificate) throws IOException {
    HttpsServer server = HttpsServer.create();
    server.setHttpsConfigurator(
        new HttpsConfigurator(certificate.serverSide()) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters tls = getSSLContext().getDefaultSSLParameters();
            tls.setNeedClientAuth(true);
            parameters.setSSLParameters(tls);
          }
        });
    return new Collector(server, 0);
  }

  public int port() {
    return server.getAddress().getPort();
  }

  List<Headers> headers() {
    return headers;
  }

  private void take(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] body;
    try (InputStream in = exchange.getRequestBody();
        InputStream plain = gzip ? new GZIPInputStream(in) : in) {
      body = plain.readAllBytes();
    }
    if (exchange.getRequestURI().getPath().equals("/v1/traces")) {
      traces.add(ExportTraceServiceRequest.parseFrom(body));
    } else {
      metrics.add(ExportMetricsServiceRequest.parseFrom(body));
    }
    exchange.sendResponseHeaders(200, -1);
    exchange.close();
  }

  List<ResourceSpans> resourceSpans() {
    List<ResourceSpans> all = new ArrayList<>();
    traces.forEach(request -> all.addAll(request.getResourceSpansList()));
    return all;
  }

  List<Span> spans() {
    List<Span> all = new ArrayList<>();
    resourceSpans()
        .forEach(
            resource ->
                resource.getScopeSpansList().forEach(scope -> all.addAll(scope.getSpansList())));
    return all;
  }

  /** As the agent's own endpoint shows them. */
  public List<io.cioagent.it.endpoint.Span> receivedSpans() {
    List<io.cioagent.it.endpoint.Span> all = new ArrayList<>();
    for (ResourceSpans resource : resourceSpans()) {
      Map<String, String> of = texts(resource.getResource().getAttributesList());
      resource
          .getScopeSpansList()
          .forEach(scope -> scope.getSpansList().forEach(span -> all.add(converted(span, of))));
    }
    return all;
  }

  private static io.cioagent.it.endpoint.Span converted(Span span, Map<String, String> resource) {
    return new io.cioagent.it.endpoint.Span(
        span.getName(),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        span.getKindValue(),
        span.getStatus().getCodeValue(),
        span.getStatus().getMessage(),
        texts(span.getAttributesList()),
        resource,
        List.of(),
        span.getStartTimeUnixNano(),
        span.getEndTimeUnixNano());
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  private static Map<String, String> texts(List<KeyValue> attributes) {
    Map<String, String> texts = new TreeMap<>();
    attributes.forEach(each -> texts.put(each.getKey(), each.getValue().getStringValue()));
    return texts;
  }

  List<Span> awaitSpans(int count) {
    return Await.found(count + " spans", () -> spans().size() >= count ? spans() : null);
  }

  List<ExportMetricsServiceRequest> metrics() {
    return metrics;
  }

  /** The newest sum of a counter that one label has a value of; below 0 for none. */
  long count(String name, String label, String value) {
    long count = -1;
    for (ExportMetricsServiceRequest request : metrics) {
      long sum = -1;
      for (Metric metric :
          request.getResourceMetrics(0).getScopeMetricsList().stream()
              .flatMap(scope -> scope.getMetricsList().stream())
              .filter(metric -> metric.getName().equals(name))
              .toList()) {
        for (NumberDataPoint point : metric.getSum().getDataPointsList()) {
          boolean labelled =
              point.getAttributesList().stream()
                  .anyMatch(
                      each ->
                          each.getKey().equals(label)
                              && each.getValue().getStringValue().equals(value));
          sum = labelled ? Math.max(sum, 0) + point.getAsInt() : sum;
        }
      }
      count = sum < 0 ? count : sum;
    }
    return count;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
