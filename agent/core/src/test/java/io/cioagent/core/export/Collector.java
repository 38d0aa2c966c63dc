package io.cioagent.core.export;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.zip.GZIPInputStream;

/** Receives OTLP over HTTP and parses it with the official protobuf classes. */
public final class Collector implements AutoCloseable {
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

  public final List<ExportTraceServiceRequest> traces = new CopyOnWriteArrayList<>();
  public final List<ExportMetricsServiceRequest> metrics = new CopyOnWriteArrayList<>();
  public final List<ExportLogsServiceRequest> logs = new CopyOnWriteArrayList<>();
  public final List<Headers> headers = new CopyOnWriteArrayList<>();

  /** The next response statuses; 200 if the queue is empty. */
  final Queue<Integer> answers = new ConcurrentLinkedQueue<>();

  private final HttpServer server;

  public Collector() throws IOException {
    this(0);
  }

  Collector(int port) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::take);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  int port() {
    return server.getAddress().getPort();
  }

  private void take(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    byte[] body = body(exchange);
    Integer status = answers.poll();
    if (status == null) {
      status = 200;
      keep(exchange.getRequestURI().getPath(), body);
    }
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private void keep(String path, byte[] body) throws InvalidProtocolBufferException {
    if (path.endsWith("/v1/traces")) {
      traces.add(ExportTraceServiceRequest.parseFrom(body));
    } else if (path.endsWith("/v1/metrics")) {
      metrics.add(ExportMetricsServiceRequest.parseFrom(body));
    } else if (path.endsWith("/v1/logs")) {
      logs.add(ExportLogsServiceRequest.parseFrom(body));
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean gzip = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream in = exchange.getRequestBody();
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[4096];
    try (InputStream plain = gzip ? new GZIPInputStream(in) : in) {
      for (int read = plain.read(buffer); read >= 0; read = plain.read(buffer)) {
        body.write(buffer, 0, read);
      }
    }
    return body.toByteArray();
  }

  public List<String> spanNames() {
    List<String> names = new ArrayList<>();
    traces.forEach(
        request ->
            request
                .getResourceSpansList()
                .forEach(
                    resource ->
                        resource
                            .getScopeSpansList()
                            .forEach(
                                scope ->
                                    scope.getSpansList().stream()
                                        .map(Span::getName)
                                        .forEach(names::add))));
    return names;
  }

  public static void await(String what, BooleanSupplier condition) {
    long start = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new AssertionError("never: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
