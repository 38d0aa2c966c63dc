package io.cioagent.core.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cioagent.core.CapturedError;
import io.cioagent.core.endpoint.Endpoint;
import io.cioagent.core.endpoint.EndpointAddress;
import io.cioagent.core.endpoint.RecentSpans;
import io.cioagent.core.endpoint.ServedTelemetry;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
  private static RunningTelemetry running;

  @BeforeAll
  static void start() throws IOException {
    running = new RunningTelemetry();
  }

  @Test
  void oneLineNamesItsAddress() {
    assertThat(running.log.trim().split("\n")).hasSize(1);
    assertThat(running.log)
        .contains(
            "Customer.io agent 1.2.3 observes unknown_service:java; metrics at http://localhost:");
  }

  @Test
  void healthyReturnsOneLine() throws IOException {
    EndpointResponse response = running.get("/-/healthy");
    assertThat(response.status).isEqualTo(200);
    assertThat(response.body)
        .isEqualTo(
            "Customer.io agent 1.2.3 is up: metrics="
                + running.url
                + "/metrics woven_classes=42 libraries=http:active,web:partial service=unknown_service:java java="
                + System.getProperty("java.version")
                + " spans.recent=512 sampler=parentbased_always_on"
                + " webhook.signatures=not-verified log=off:stderr pushed=nothing errors=0 dropped=0\n");
  }

  @Test
  void metricsAreServedAsPrometheusText() throws IOException {
    EndpointResponse response = running.get("/metrics");
    assertThat(response.status).isEqualTo(200);
    assertThat(response.contentType).startsWith("text/plain; version=0.0.4");
    assertThat(response.contentEncoding).isNull();
    assertThat(response.body)
        .contains("# TYPE customerio_api_requests_total counter")
        .contains("# HELP customerio_api_requests_total Completed Customer.io operations");
  }

  @Test
  void metricsAreCompressedIfAccepted() throws IOException {
    EndpointResponse response = running.get("/metrics", "Accept-Encoding", "gzip");
    assertThat(response.contentEncoding).isEqualTo("gzip");
    assertThat(response.body).contains("customerio_api_requests_total");
  }

  /** Accept header of Prometheus with native histograms, or with PrometheusProto first. */
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        PROTOBUF + "                                         | text/plain; version=0.0.4",
        PROTOBUF
            + ";q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1"
            + "                                              | application/openmetrics-text",
        PROTOBUF + ";q=0.6,text/plain;version=0.0.4;q=0.3,*/*;q=0.2 | text/plain; version=0.0.4",
        PROTOBUF
            + ",text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3"
            + "                                              | text/plain; version=1.0.0",
      })
  void protobufIsNotServed(String accept, String type) throws IOException {
    for (String encoding : new String[] {"identity", "gzip"}) {
      EndpointResponse response =
          running.get("/metrics", "Accept", accept, "Accept-Encoding", encoding);
      assertThat(response.status).isEqualTo(200);
      assertThat(response.contentType).startsWith(type);
      assertThat(response.contentEncoding).isEqualTo(encoding.equals("gzip") ? "gzip" : null);
      assertThat(response.body).contains("# TYPE customerio_api_requests").contains("identify");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"prometheus-protobuf", "text", "openmetrics", "no-such"})
  void debugParameterOfTheLibraryIsIgnored(String format) throws IOException {
    EndpointResponse response = running.get("/metrics?debug=" + format);
    assertThat(response.status).isEqualTo(200);
    assertThat(response.body).contains("# TYPE customerio_api_requests_total counter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/metrics/", "/metricsx", "/spans/1", "/favicon.ico", "/-/ready"})
  void otherPathsAreNotFound(String path) throws IOException {
    EndpointResponse response = running.get(path);
    assertThat(response.status).isEqualTo(404);
    assertThat(response.body).hasLineCount(1).contains("/metrics");
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /metrics",
    "PUT, /metrics",
    "DELETE, /spans",
    "HEAD, /metrics",
    "OPTIONS, /-/healthy",
  })
  void otherMethodsAreNotAllowed(String method, String path) throws IOException {
    EndpointResponse response = EndpointResponse.to(method, running.url + path);
    assertThat(response.status).isEqualTo(405);
    assertThat(response.allow).isEqualTo("GET");
  }

  @Test
  void malformedRequestsAreNotLogged() throws IOException {
    try (CapturedError error = new CapturedError()) {
      for (String method : new String[] {"HEAD", "POST", "OPTIONS", "TRACE"}) {
        EndpointResponse.to(method, running.url + "/metrics");
        EndpointResponse.to(method, running.url + "/nothing");
      }
      assertThat(error.text()).isEmpty();
    }
  }

  @Test
  void failureReturns500WithoutAStackTrace() throws IOException {
    PrometheusRegistry broken = new PrometheusRegistry();
    MultiCollector collector =
        () -> {
          throw new IllegalStateException("secret of the inside");
        };
    broken.register(collector);
    ServedTelemetry served =
        new ServedTelemetry() {
          @Override
          public PrometheusRegistry registry() {
            return broken;
          }

          @Override
          public RecentSpans recentSpans() {
            return null;
          }
        };
    ServedTelemetry.Source source =
        new ServedTelemetry.Source() {
          @Override
          public ServedTelemetry await() {
            return served;
          }

          @Override
          public void cannotBeServed(LinkageError failure) {
            throw failure;
          }
        };
    String url =
        Endpoint.start(source, false, null, "localhost", 0, 0, EndpointAddress.NO_PORT)
            .metricsUrl();
    EndpointResponse response = EndpointResponse.to("GET", url);
    assertThat(response.status).isEqualTo(500);
    assertThat(response.body).isEqualTo("internal error\n");
  }

  @Test
  void takenPortIsReportedOnceAndDisablesTheEndpoint() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = Integer.toString(taken.getLocalPort());
      RunningTelemetry without = new RunningTelemetry("prometheus.port", port);
      assertThat(without.url).isNull();
      assertThat(without.log.trim().split("\n")).hasSize(1);
      assertThat(without.log)
          .contains("WARN")
          .contains("No metrics endpoint: localhost:" + port + " cannot be bound")
          .contains("customerio.agent.prometheus.port");
      without.identify("u1", 200);
    }
  }

  @Test
  void firstFreePortOfARangeIsTaken() throws IOException {
    // Ephemeral ports are far below 65535, so there is room for a range above one.
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      RunningTelemetry next = new RunningTelemetry("prometheus.port", port + "-" + (port + 20));
      assertThat(next.url).isNotNull();
      int got = Integer.parseInt(next.url.substring(next.url.lastIndexOf(':') + 1));
      assertThat(got).isBetween(port + 1, port + 20);
      assertThat(next.get("/-/healthy").status).isEqualTo(200);
    }
  }

  @Test
  void reservedPortOfARangeIsLeftToOthers() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int from = taken.getLocalPort();
      int reserved = from + 1;
      assertThatThrownBy(() -> EndpointAddress.bind("localhost", from, reserved, reserved))
          .isInstanceOf(BindException.class);
      try (ServerSocket other = EndpointAddress.bind("localhost", from, from + 20, reserved)) {
        assertThat(other.getLocalPort()).isBetween(from + 2, from + 20);
      }
    }
  }

  @Test
  void warningNamesAFullyTakenRange() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      RunningTelemetry without = new RunningTelemetry("prometheus.port", port + "-" + port);
      assertThat(without.url).isNull();
      assertThat(without.log).contains("cannot be bound");
    }
  }

  @Test
  void unknownHostIsReportedOnceAndDisablesTheEndpoint() throws IOException {
    RunningTelemetry without = new RunningTelemetry("prometheus.host", "nowhere.invalid");
    assertThat(without.url).isNull();
    assertThat(without.log)
        .contains("No metrics endpoint: host nowhere.invalid has no address on this machine")
        .contains("customerio.agent.prometheus.host");
    without.identify("u1", 200);
  }

  @Test
  void foreignAddressIsReportedOnceAndDisablesTheEndpoint() throws IOException {
    // TEST-NET-1: no machine has this address.
    RunningTelemetry without = new RunningTelemetry("prometheus.host", "192.0.2.1");
    assertThat(without.url).isNull();
    assertThat(without.log).contains("No metrics endpoint: 192.0.2.1:0 cannot be bound");
  }

  @Test
  void disabledEndpointIsLoggedWithoutAWarning() throws IOException {
    RunningTelemetry without = new RunningTelemetry("prometheus.enabled", "false");
    assertThat(without.url).isNull();
    assertThat(without.log).contains("INFO").contains("no endpoint").doesNotContain("WARN");
    without.identify("u1", 200);
  }

  @Test
  void threadsAreDaemonsWithoutAClassLoaderOfTheApplication() throws IOException {
    running.get("/-/healthy");
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().startsWith("customerio-agent-endpoint"))
        .isNotEmpty()
        .allMatch(Thread::isDaemon)
        .allMatch(thread -> thread.getContextClassLoader() == null);
  }
}
