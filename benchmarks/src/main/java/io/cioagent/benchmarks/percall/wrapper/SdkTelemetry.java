package io.cioagent.benchmarks.percall.wrapper;

import io.cioagent.benchmarks.percall.CountedRequests;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.prometheus.PrometheusMetricReader;
import io.opentelemetry.sdk.metrics.SdkMeterProvider;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.util.Arrays;

/** The same metrics and spans as the agent's, by hand. */
final class SdkTelemetry {

  private static final AttributeKey<String> OPERATION = AttributeKey.stringKey("operation");
  private static final AttributeKey<String> STATUS = AttributeKey.stringKey("status");
  private static final AttributeKey<String> USER_ID = AttributeKey.stringKey("customerio.user.id");
  private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
  private static final AttributeKey<String> ADDRESS = AttributeKey.stringKey("server.address");
  private static final AttributeKey<Long> PORT = AttributeKey.longKey("server.port");
  private static final AttributeKey<String> TEMPLATE = AttributeKey.stringKey("url.template");
  private static final AttributeKey<Long> CODE = AttributeKey.longKey("http.response.status_code");

  private static final Attributes SUCCESS = Attributes.of(OPERATION, "identify", STATUS, "success");
  private static final Attributes ERROR = Attributes.of(OPERATION, "identify", STATUS, "error");
  private static final String HOST = "track.customer.io";
  private static final String ROUTE = "/api/v1/customers/{identifier}";
  private static final int FIRST_ERROR = 400;

  private final Tracer tracer;
  private final LongCounter requests;
  private final DoubleHistogram latency;
  private final DoubleHistogram duration;

  private SdkTelemetry(PrometheusMetricReader reader) {
    tracer =
        SdkTracerProvider.builder().addSpanProcessor(new RecentSpans()).build().get("customerio");
    Meter meter = SdkMeterProvider.builder().registerMetricReader(reader).build().get("customerio");
    requests = meter.counterBuilder("customerio_api_requests").build();
    latency =
        meter
            .histogramBuilder("customerio_api_latency_ms")
            .setExplicitBucketBoundariesAdvice(
                Arrays.asList(10d, 25d, 50d, 100d, 250d, 500d, 1000d, 2500d, 5000d))
            .build();
    duration =
        meter
            .histogramBuilder("http.client.request.duration")
            .setUnit("s")
            .setExplicitBucketBoundariesAdvice(
                Arrays.asList(.005, .01, .025, .05, .075, .1, .25, .5, .75, 1d, 2.5, 5d, 7.5, 10d))
            .build();
  }

  static SdkTelemetry instance() {
    return Instance.TELEMETRY;
  }

  Span startOperation(String userId) {
    return tracer
        .spanBuilder("customerio.identify")
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute("customerio.operation", "identify")
        .setAttribute("customerio.api", "track")
        .setAttribute(USER_ID, userId)
        .startSpan();
  }

  void operation(Span span, long startNanos, RuntimeException failure) {
    Attributes attributes = failure == null ? SUCCESS : ERROR;
    latency.record((System.nanoTime() - startNanos) / 1e6, attributes);
    requests.add(1, attributes);
    if (failure != null) {
      span.recordException(failure);
    }
    span.setStatus(failure == null ? StatusCode.OK : StatusCode.ERROR).end();
  }

  Span startExchange(String method, int port) {
    return tracer
        .spanBuilder(method + " " + ROUTE)
        .setSpanKind(SpanKind.CLIENT)
        .setAttribute(METHOD, method)
        .setAttribute(ADDRESS, HOST)
        .setAttribute(PORT, (long) port)
        .setAttribute(TEMPLATE, ROUTE)
        .setAttribute("url.full", "https://" + HOST + ROUTE)
        .setAttribute("customerio.operation", "identify")
        .setAttribute("customerio.api", "track")
        .startSpan();
  }

  void exchange(Span span, String method, int port, int status, long nanos) {
    exchange(method, port, status, nanos);
    span.setAttribute(CODE, (long) status)
        .setStatus(status < FIRST_ERROR ? StatusCode.OK : StatusCode.ERROR)
        .end();
  }

  void exchange(String method, int port, int status, long nanos) {
    Attributes outcome = status < FIRST_ERROR ? SUCCESS : ERROR;
    latency.record(nanos / 1e6, outcome);
    requests.add(1, outcome);
    duration.record(
        nanos / 1e9,
        Attributes.builder()
            .put(METHOD, method)
            .put(ADDRESS, HOST)
            .put(PORT, (long) port)
            .put(TEMPLATE, ROUTE)
            .put(CODE, (long) status)
            .build());
  }

  /** Created by the first use. */
  private static final class Instance {
    static final SdkTelemetry TELEMETRY = create();

    private static SdkTelemetry create() {
      PrometheusMetricReader reader = PrometheusMetricReader.create();
      PrometheusRegistry registry = new PrometheusRegistry();
      registry.register(reader);
      try {
        HTTPServer.builder()
            .hostname("127.0.0.1")
            .port(Integer.getInteger(CountedRequests.PORT_PROPERTY))
            .registry(registry)
            .buildAndStart();
      } catch (IOException e) {
        throw new IllegalStateException("no port for the wrapper's metrics", e);
      }
      return new SdkTelemetry(reader);
    }
  }
}
