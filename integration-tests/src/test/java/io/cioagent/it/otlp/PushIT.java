package io.cioagent.it.otlp;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Certificate;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Leaks;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * Spans go through a proxy by TLS, with a certificate on either side, to a collector at one of
 * Customer.io's own names; metrics go to another one, compressed, at a host that the settings name.
 * Neither may be taken for the application's traffic.
 */
@BuildAndOldestJdk
class PushIT {

  private static final String SECRET = "invented-key-8812";

  private final StandIn standIn = StandIn.http();
  private final Certificate certificate = Certificate.selfSigned();
  private Collector spans;
  private Collector metrics;
  private Tunnel proxy;
  @Parameter private Jdk jdk;
  private RunningJvm jvm;

  @BeforeParameterizedClassInvocation
  void start() throws IOException {
    spans = Collector.https(certificate);
    metrics = Collector.http();
    proxy = Tunnel.to(spans.port());
    jvm =
        Jvm.on(jdk)
            .agent("hosts=crm.example", "service-name=shop", "environment=test")
            .option("-Dotel.traces.exporter=otlp")
            .option("-Dotel.metrics.exporter=prometheus,otlp")
            .option(
                "-Dotel.exporter.otlp.traces.endpoint=https://"
                    + Hosts.TRACK
                    + ":"
                    + spans.port()
                    + "/v1/traces")
            .option("-Dotel.exporter.otlp.traces.certificate=" + certificate.pem())
            .option("-Dotel.exporter.otlp.client.key=" + certificate.keyPem())
            .option("-Dotel.exporter.otlp.client.certificate=" + certificate.pem())
            .option("-Dhttps.proxyHost=127.0.0.1")
            .option("-Dhttps.proxyPort=" + proxy.port())
            .option("-Dotel.exporter.otlp.endpoint=http://crm.example:" + metrics.port())
            .option("-Dotel.exporter.otlp.metrics.compression=gzip")
            .option("-Dotel.bsp.schedule.delay=20")
            .option("-Dotel.metric.export.interval=50ms")
            .environment("OTEL_EXPORTER_OTLP_HEADERS", "api-key=" + SECRET)
            .environment("OTEL_RESOURCE_ATTRIBUTES", "team=growth")
            .option(Hosts.option())
            .classPath(Build.java8Apps())
            .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
            .ready();
    jvm.endpoint();
    assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", Leaks.ID, "plan=pro"))
        .startsWith("= ");
  }

  @AfterParameterizedClassInvocation
  void stop() {
    jvm.close();
    proxy.close();
    spans.close();
    metrics.close();
  }

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @Test
  void spansOfACallArrive() {
    List<Span> arrived = spans.awaitSpans(2);
    Span operation = named("customerio.identify", arrived);
    Span attempt = named("PUT /api/v1/customers/{identifier}", arrived);
    assertThat(attempt.getTraceId()).isEqualTo(operation.getTraceId());
    assertThat(attempt.getParentSpanId()).isEqualTo(operation.getSpanId());
    assertThat(operation.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    describes(spans.resourceSpans().get(0).getResource());
    assertThat(proxy.tunnels()).isNotEmpty().containsOnly(Hosts.TRACK + ":" + spans.port());
    assertThat(spans.headers())
        .allSatisfy(headers -> assertThat(headers.getFirst("Content-encoding")).isNull())
        .allSatisfy(PushIT::holdsTheKey);
  }

  @Test
  void pushedMetricsArriveAndAreServed() {
    Await.until(
        "the operation is pushed",
        () -> metrics.count("customerio.api.requests", "operation", "identify") == 1);
    describes(metrics.metrics().get(0).getResourceMetrics(0).getResource());
    assertThat(metrics.count("customerio.agent.dropped", "what", "spans")).isZero();
    assertThat(metrics.headers())
        .allSatisfy(headers -> assertThat(headers.getFirst("Content-encoding")).isEqualTo("gzip"))
        .allSatisfy(PushIT::holdsTheKey);
    Scrape scrape = jvm.endpoint().scrape();
    assertThat(scrape.value("customerio_agent_dropped_total", "what", "spans")).isZero();
    assertThat(
            scrape.value(
                "customerio_api_requests_total", "operation", "identify", "status", "success"))
        .isEqualTo(1);
  }

  @Test
  void pushRequestsAreNotObserved() {
    spans.awaitSpans(2);
    int soFar = metrics.metrics().size();
    Await.until("three more pushes", () -> metrics.metrics().size() >= soFar + 3);
    Scrape scrape = jvm.endpoint().scrape();
    assertThat(scrape.samples())
        .as("no metrics of the exporters' own")
        .noneMatch(sample -> sample.name().startsWith("otel"));
    assertThat(scrape.sum("customerio_api_requests_total")).isEqualTo(1);
    assertThat(scrape.sum("http_client_request_duration_seconds_count")).isEqualTo(1);
    assertThat(spans.spans()).hasSize(2);
    assertThat(standIn.received())
        .allSatisfy(request -> assertThat(request.target()).startsWith("/api/v1/"));
  }

  @Test
  void pushPrintsNothingAndShowsNoSecret() {
    spans.awaitSpans(2);
    assertThat(jvm.stderr()).noneMatch(line -> line.contains("WARN") || line.contains("ERROR"));
    assertThat(String.join("\n", jvm.stderr())).doesNotContain(SECRET);
    assertThat(jvm.endpoint().text("/metrics")).doesNotContain(SECRET);
    assertThat(jvm.endpoint().text("/spans")).doesNotContain(SECRET);
  }

  private static void holdsTheKey(Headers headers) {
    assertThat(headers.getFirst("Api-key")).isEqualTo(SECRET);
  }

  /** Distinguishes replicas: without it their counters are one series. */
  @Test
  void eachJvmIsAnInstanceOfItsOwn() throws IOException {
    spans.awaitSpans(2);
    Await.until("metrics", () -> !metrics.metrics().isEmpty());
    String id = jvm.endpoint().scrape().of("target_info").get(0).label("service_instance_id");
    assertThat(UUID.fromString(id)).hasToString(id);
    assertThat(attributes(spans.resourceSpans().get(0).getResource()))
        .containsEntry("service.instance.id", id);
    assertThat(instances(metrics)).containsExactly(id);
    try (Collector collector = Collector.http();
        RunningJvm replica =
            Jvm.on(jdk)
                .agent("service-name=shop")
                .option("-Dotel.metrics.exporter=otlp")
                .option("-Dotel.exporter.otlp.endpoint=http://127.0.0.1:" + collector.port())
                .option("-Dotel.metric.export.interval=50ms")
                .classPath(Build.java8Apps())
                .start("io.cioagent.it.apps.ClientsApp", "nowhere")
                .ready()) {
      Await.until("metrics", () -> !collector.metrics().isEmpty());
      assertThat(instances(collector)).hasSize(1).doesNotContain(id, "none");
      assertThat(replica.finish()).isZero();
    }
  }

  private static Set<String> instances(Collector collector) {
    return collector.metrics().stream()
        .map(request -> attributes(request.getResourceMetrics(0).getResource()))
        .map(attributes -> attributes.getOrDefault("service.instance.id", "none"))
        .collect(toSet());
  }

  private static Map<String, String> attributes(Resource resource) {
    return resource.getAttributesList().stream()
        .collect(toMap(each -> each.getKey(), each -> each.getValue().getStringValue()));
  }

  private static void describes(Resource resource) {
    assertThat(attributes(resource))
        .containsEntry("service.name", "shop")
        .containsEntry("deployment.environment.name", "test")
        .containsEntry("team", "growth")
        .containsEntry("telemetry.sdk.language", "java")
        .containsEntry("telemetry.distro.name", "customerio-agent");
  }

  private static Span named(String name, List<Span> spans) {
    return spans.stream()
        .filter(span -> span.getName().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(spans.toString()));
  }
}
