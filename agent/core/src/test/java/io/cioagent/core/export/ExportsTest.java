package io.cioagent.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.logs.Severity;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.logs.v1.LogRecord;
import io.opentelemetry.proto.logs.v1.ResourceLogs;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportsTest {
  private static final String SECRET = "invented-4711";

  @ParameterizedTest
  @ValueSource(strings = {"none", "gzip"})
  void spansMetricsAndLogRecordsArrive(String compression) throws IOException {
    try (Collector collector = new Collector();
        ExportPipeline pipeline =
            new ExportPipeline(
                collector.url(),
                "otel.metrics.exporter",
                "prometheus,otlp",
                "otel.logs.exporter",
                "otlp",
                "otel.exporter.otlp.compression",
                compression,
                "otel.exporter.otlp.headers",
                "api-key=" + SECRET + ",x-tenant=a%20b")) {
      pipeline.span("customerio.identify");
      pipeline.counter.add(3);
      pipeline
          .logger()
          .logRecordBuilder()
          .setSeverity(Severity.INFO)
          .setBody("Customer.io identify succeeded")
          .setAttribute(AttributeKey.stringKey("operation"), "identify")
          .emit();
      assertThat(pipeline.flush()).isTrue();

      assertThat(collector.spanNames()).containsExactly("customerio.identify");
      ResourceSpans spans = collector.traces.get(0).getResourceSpans(0);
      assertThat(service(spans.getResource().getAttributesList())).isEqualTo("shop");
      List<Metric> metrics =
          collector.metrics.get(0).getResourceMetrics(0).getScopeMetrics(0).getMetricsList();
      assertThat(metrics)
          .filteredOn(metric -> metric.getName().equals("calls"))
          .singleElement()
          .satisfies(
              metric -> assertThat(metric.getSum().getDataPoints(0).getAsInt()).isEqualTo(3));
      ResourceLogs logs = collector.logs.get(0).getResourceLogs(0);
      assertThat(service(logs.getResource().getAttributesList())).isEqualTo("shop");
      LogRecord record = logs.getScopeLogs(0).getLogRecords(0);
      assertThat(record.getBody().getStringValue()).isEqualTo("Customer.io identify succeeded");
      assertThat(record.getAttributes(0).getKey()).isEqualTo("operation");
      assertThat(collector.headers)
          .hasSize(3)
          .allSatisfy(
              headers -> {
                assertThat(headers.getFirst("Api-key")).isEqualTo(SECRET);
                assertThat(headers.getFirst("X-tenant")).isEqualTo("a b");
                assertThat(headers.getFirst("Content-type")).isEqualTo("application/x-protobuf");
                assertThat(headers.getFirst("User-agent")).startsWith("OTel-OTLP-Exporter-Java/");
                assertThat(headers.getFirst("Content-encoding"))
                    .isEqualTo(compression.equals("gzip") ? "gzip" : null);
              });
    }
  }

  private static String service(List<KeyValue> attributes) {
    for (KeyValue attribute : attributes) {
      if (attribute.getKey().equals("service.name")) {
        return attribute.getValue().getStringValue();
      }
    }
    return null;
  }

  @Test
  void deltaMetricsRestartWithEachExport() throws IOException {
    try (Collector collector = new Collector();
        ExportPipeline pipeline =
            new ExportPipeline(
                collector.url(),
                "otel.metrics.exporter",
                "otlp",
                "otel.exporter.otlp.metrics.temporality.preference",
                "delta")) {
      pipeline.counter.add(3);
      assertThat(pipeline.flush()).isTrue();
      pipeline.counter.add(4);
      assertThat(pipeline.flush()).isTrue();
      List<Long> counts = new ArrayList<>();
      collector.metrics.forEach(
          request ->
              request
                  .getResourceMetrics(0)
                  .getScopeMetrics(0)
                  .getMetricsList()
                  .forEach(
                      metric -> {
                        if (metric.getName().equals("calls")) {
                          counts.add(metric.getSum().getDataPoints(0).getAsInt());
                        }
                      }));
      assertThat(counts).containsExactly(3L, 4L);
      assertThat(collector.metrics)
          .as("nothing of the SDK's own among them")
          .allSatisfy(
              request ->
                  assertThat(request.getResourceMetrics(0).getScopeMetricsList()).hasSize(1));
    }
  }

  @Test
  void consoleExporterPrintsJsonLines() throws IOException {
    try (CapturedConsole console = CapturedConsole.start()) {
      try (ExportPipeline pipeline =
          new ExportPipeline(
              "http://localhost:1",
              "otel.traces.exporter",
              "console",
              "otel.metrics.exporter",
              "console",
              "otel.logs.exporter",
              "console")) {
        pipeline.span("customerio.track");
        pipeline.counter.add(1);
        pipeline.logger().logRecordBuilder().setBody("a log record").emit();
        pipeline.flush();
      }
      assertThat(console.text().split("\n", -1))
          .anyMatch(line -> line.startsWith("{\"resourceSpans\"") && line.contains("io.track"))
          .anyMatch(line -> line.startsWith("{\"resourceMetrics\"") && line.contains("calls"))
          .anyMatch(line -> line.startsWith("{\"resourceLogs\"") && line.contains("a log record"));
    }
  }

  @Test
  void invalidCertificateFileDisablesItsExporters(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("ca.pem"), new byte[] {'x'});
    try (Collector collector = new Collector();
        CapturedError error = new CapturedError();
        ExportPipeline pipeline =
            new ExportPipeline(
                collector.url(),
                "otel.metrics.exporter",
                "otlp",
                "otel.exporter.otlp.traces.certificate",
                file.toString())) {
      pipeline.span("x");
      pipeline.counter.add(1);
      pipeline.flush();
      assertThat(collector.metrics).hasSize(1);
      assertThat(collector.traces).isEmpty();
      assertThat(error.text())
          .contains("Cannot export spans: ")
          .contains("otel.exporter.otlp.certificate");
    }
  }

  @Test
  void proxyIsUsedAndTheProxySelectorSeesNoSecrets() throws IOException {
    ProxySelector before = ProxySelector.getDefault();
    List<URI> asked = new CopyOnWriteArrayList<>();
    try (Collector proxy = new Collector()) {
      ProxySelector.setDefault(
          new ProxySelector() {
            @Override
            public List<Proxy> select(URI uri) {
              asked.add(uri);
              return Collections.singletonList(
                  new Proxy(
                      Proxy.Type.HTTP,
                      InetSocketAddress.createUnresolved("127.0.0.1", proxy.port())));
            }

            @Override
            public void connectFailed(URI uri, SocketAddress address, IOException failure) {}
          });
      try (ExportPipeline pipeline =
          new ExportPipeline("http://collector.invalid:4318/" + SECRET)) {
        pipeline.span("through");
        pipeline.flush();
      }
      assertThat(proxy.spanNames()).containsExactly("through");
      assertThat(proxy.headers.get(0).getFirst("Host")).isEqualTo("collector.invalid:4318");
      assertThat(asked).containsOnly(URI.create("http://collector.invalid:4318/"));
    } finally {
      ProxySelector.setDefault(before);
    }
  }
}
