package io.cioagent.it.published;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import io.cioagent.it.watch.WatchedApplication;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scrape after one success, one 429 and one refused connection. */
@BuildAndOldestJdk
class MetricsIT extends WatchedApplication {

  private static final String LATENCY = "customerio_api_latency_ms";
  private static final String DURATION = "http_client_request_duration_seconds";
  private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

  private Scrape scrape;

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @BeforeParameterizedClassInvocation
  void call() {
    standIn().script(Reply.ok(), Reply.status(429));
    Watch watch = watch();
    watch
        .call("customerio.CustomerIoClient", "identify", Leaks.ID, "plan=pro")
        .operations("identify success");
    watch
        .call("customerio.CustomerIoClient", "track", Leaks.ID, "ordered", "a=b")
        .operations("track 429");
    try (DeadPort refusing = DeadPort.refusing()) {
      String address = "http://" + Hosts.TRACK + ":" + refusing.port() + "/api/v1/accounts/region";
      watch.ask("url", "code", "GET", address, "").operations("get_region connect");
    }
    scrape = watch.endpoint().scrape();
  }

  @Test
  void latencyHasTheContractsLabelsAndBounds() {
    assertThat(scrape.types()).containsEntry(LATENCY, "histogram");
    assertThat(scrape.of(LATENCY + "_count"))
        .extracting(Sample::labels)
        .containsExactlyInAnyOrder(
            Map.of("operation", "identify", "status", "success"),
            Map.of("operation", "track", "status", "error"),
            Map.of("operation", "get_region", "status", "error"));
    assertThat(bounds(LATENCY, "operation", "identify"))
        .containsExactlyInAnyOrder(
            10.0,
            25.0,
            50.0,
            100.0,
            250.0,
            500.0,
            1000.0,
            2500.0,
            5000.0,
            Double.POSITIVE_INFINITY);
  }

  @Test
  void requestsAndErrorsHaveTheContractsLabels() {
    assertThat(series("customerio_api_requests_total"))
        .containsExactlyInAnyOrder(
            "{operation=identify, status=success}=1.0",
            "{operation=track, status=error}=1.0",
            "{operation=get_region, status=error}=1.0");
    assertThat(series("customerio_api_errors_total"))
        .containsExactlyInAnyOrder(
            "{error_type=429, operation=track}=1.0",
            "{error_type=connect, operation=get_region}=1.0");
  }

  @Test
  void attemptsHaveTheContractsLabelsAndBounds() {
    assertThat(scrape.types()).containsEntry(DURATION, "histogram");
    assertThat(bounds(DURATION, "http_request_method", "PUT"))
        .containsExactlyInAnyOrder(
            0.005,
            0.01,
            0.025,
            0.05,
            0.075,
            0.1,
            0.25,
            0.5,
            0.75,
            1.0,
            2.5,
            5.0,
            7.5,
            10.0,
            Double.POSITIVE_INFINITY);
    assertThat(labelsOfAttempt("PUT"))
        .containsEntry("server_address", Hosts.TRACK)
        .containsEntry("server_port", String.valueOf(standIn().port()))
        .containsEntry("url_template", "/api/v1/customers/{identifier}")
        .containsEntry("http_response_status_code", "200")
        .containsOnlyKeys(
            "http_request_method",
            "server_address",
            "server_port",
            "url_template",
            "http_response_status_code");
    assertThat(labelsOfAttempt("POST"))
        .containsEntry("http_response_status_code", "429")
        .containsEntry("error_type", "429")
        .containsOnlyKeys(
            "http_request_method",
            "server_address",
            "server_port",
            "url_template",
            "http_response_status_code",
            "error_type");
    assertThat(labelsOfAttempt("GET"))
        .containsEntry("error_type", "connect")
        .containsOnlyKeys(
            "http_request_method", "server_address", "server_port", "url_template", "error_type");
  }

  @Test
  void openMetricsCarriesTheTraceAsAnExemplar() {
    // The SDK reports an exemplar to the first scrape after it, so none may come in between.
    assertThat(jvm().ask("call", "customerio.CustomerIoClient", "addDevice", Leaks.ID))
        .startsWith("! ");
    HttpResponse<byte[]> response =
        watch().endpoint().send("GET", "/metrics", "Accept", OPEN_METRICS);
    watch().forget();
    assertThat(type(response)).startsWith("application/openmetrics-text");
    String text = new String(response.body(), UTF_8);
    assertThat(text).endsWith("# EOF\n");
    Leaks.assertNone("OpenMetrics", text);
    List<Sample> exemplars =
        Scrape.parse(text).of(LATENCY + "_bucket").stream()
            .filter(sample -> sample.label("operation").equals("add_device"))
            .filter(sample -> !sample.exemplar().isEmpty())
            .toList();
    List<Span> spans = watch().endpoint().spans();
    Span operation = spans.get(spans.size() - 1);
    assertThat(operation.name()).isEqualTo("customerio.add_device");
    assertThat(exemplars).hasSize(1);
    assertThat(exemplars.get(0).exemplar())
        .containsEntry("trace_id", operation.traceId())
        .containsEntry("span_id", operation.spanId());
  }

  @Test
  void defaultFormatIsText() {
    HttpResponse<byte[]> response = watch().endpoint().send("GET", "/metrics");
    assertThat(type(response)).startsWith("text/plain");
    assertThat(new String(response.body(), UTF_8))
        .contains("# TYPE customerio_api_requests_total counter")
        .doesNotContain("# EOF", "trace_id");
    assertThat(response.headers().firstValue("Content-Encoding")).isEmpty();
  }

  /** As Prometheus asks with native histograms, or with {@code PrometheusProto} first. */
  @ParameterizedTest
  @CsvSource({
    "identity, ';q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1', openmetrics",
    "gzip, ';q=0.6,application/openmetrics-text;version=1.0.0;q=0.5,*/*;q=0.1', openmetrics",
    "identity, ';q=0.6,text/plain;version=1.0.0;q=0.5,*/*;q=0.1', 'plain; version=1.0.0'",
    "identity, '', 'plain; version=0.0.4'",
    "gzip, '', 'plain; version=0.0.4'",
  })
  void protobufRequestGetsText(String encoding, String others, String expected) throws IOException {
    String accept =
        "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited"
            + others;
    HttpResponse<byte[]> response =
        watch().endpoint().send("GET", "/metrics", "Accept", accept, "Accept-Encoding", encoding);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(type(response)).contains(expected);
    byte[] body = encoding.equals("gzip") ? unzipped(response.body()) : response.body();
    assertThat(
            Scrape.parse(new String(body, UTF_8))
                .value("customerio_api_requests_total", "operation", "get_region"))
        .isEqualTo(1.0);
  }

  @Test
  void gzipWhereItIsAccepted() throws IOException {
    HttpResponse<byte[]> response =
        watch().endpoint().send("GET", "/metrics", "Accept-Encoding", "gzip");
    assertThat(response.headers().firstValue("Content-Encoding")).hasValue("gzip");
    Scrape unzipped = Scrape.parse(new String(unzipped(response.body()), UTF_8));
    assertThat(unzipped.value("customerio_api_requests_total", "operation", "get_region"))
        .isEqualTo(1.0);
  }

  private static byte[] unzipped(byte[] body) throws IOException {
    try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return in.readAllBytes();
    }
  }

  private Set<Double> bounds(String histogram, String label, String value) {
    return scrape.of(histogram + "_bucket").stream()
        .filter(sample -> sample.label(label).equals(value))
        .map(sample -> sample.label("le").equals("+Inf") ? "Infinity" : sample.label("le"))
        .map(Double::valueOf)
        .collect(Collectors.toSet());
  }

  private List<String> series(String name) {
    return scrape.of(name).stream()
        .filter(sample -> sample.value() > 0)
        .map(sample -> sample.labels() + "=" + sample.value())
        .toList();
  }

  private Map<String, String> labelsOfAttempt(String method) {
    List<Sample> of =
        scrape.of(DURATION + "_count").stream()
            .filter(sample -> sample.label("http_request_method").equals(method))
            .toList();
    assertThat(of).hasSize(1);
    return of.get(0).labels();
  }

  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("");
  }
}
