package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExportSettingsTest {
  private static final String SECRET = "Bearer-invented-77";

  private static Settings of(String... namesAndValues) {
    Map<String, String> properties = new HashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      properties.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return SettingsReader.read(null, properties, Collections.emptyMap());
  }

  private static OtlpTarget target(Signal signal, String... namesAndValues) {
    List<String> all = new ArrayList<>(Arrays.asList(namesAndValues));
    for (Signal each : Signal.values()) {
      all.add("otel." + each.key() + ".exporter");
      all.add("otlp");
    }
    Settings settings = of(all.toArray(new String[0]));
    assertThat(settings.warnings()).isEmpty();
    return settings.exports().target(signal);
  }

  @Test
  void nothingIsExportedByDefault() {
    Settings settings = of();
    assertThat(settings.exports().any()).isFalse();
    assertThat(settings.prometheusEnabled()).isTrue();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void settingsOfUnusedExportersAreNotRead() {
    Settings settings =
        of("otel.exporter.otlp.timeout", "soon", "otel.bsp.schedule.delay", "never");
    assertThat(settings.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "prometheus,         true,  false, false",
    "otlp,               false, true,  false",
    "'prometheus,otlp',  true,  true,  false",
    "' OTLP , console ', false, true,  true",
    "logging,            false, false, true",
    "none,               false, false, false",
  })
  void metricsExporters(String value, boolean prometheus, boolean otlp, boolean console) {
    Settings settings = of("otel.metrics.exporter", value);
    assertThat(settings.prometheusEnabled()).isEqualTo(prometheus);
    assertThat(settings.exports().target(Signal.METRICS) != null).isEqualTo(otlp);
    assertThat(settings.exports().console(Signal.METRICS)).isEqualTo(console);
    assertThat(settings.exports().any(Signal.TRACES)).isFalse();
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void agentSettingTakesPrecedenceOverTheStandardOne() {
    Map<String, String> properties = new HashMap<>();
    properties.put("otel.metrics.exporter", "otlp");
    properties.put("customerio.agent.prometheus.enabled", "true");
    Settings settings = SettingsReader.read(null, properties, null);
    assertThat(settings.prometheusEnabled()).isTrue();
    assertThat(settings.exports().target(Signal.METRICS)).isNotNull();
  }

  @Test
  void unknownExportersAreReported() {
    Settings settings = of("otel.traces.exporter", "otpl,jaeger_thrift_http");
    assertThat(settings.exports().any()).isFalse();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.traces.exporter='otpl' is not otlp, console or none; using none;"
                + " did you mean otlp?",
            "system property otel.traces.exporter='jaeger_thrift_http' is not otlp, console or"
                + " none; using none");
    settings = of("otel.metrics.exporter", "prometeus,otlp");
    assertThat(settings.prometheusEnabled()).isFalse();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.metrics.exporter='prometeus' is not prometheus, otlp, console or"
                + " none; using otlp; did you mean prometheus?");
    settings = of("otel.logs.exporter", "none,console");
    assertThat(settings.exports().console(Signal.LOGS)).isTrue();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.logs.exporter='none,console' combines none with other exporters;"
                + " using console");
  }

  @ParameterizedTest
  @CsvSource({
    ",                                    http://localhost:4318/v1/traces",
    "http://collector:4318,               http://collector:4318/v1/traces",
    "https://[::1]:1/,                    https://[::1]:1/v1/traces",
    "https://otlp.example/api/v2/otlp,    https://otlp.example/api/v2/otlp/v1/traces",
    "http://collector:1/a/?b=c,           http://collector:1/a/v1/traces?b=c",
  })
  void signalPathIsAppendedToTheGeneralEndpoint(String configured, String used) {
    String value = configured == null ? "" : configured;
    assertThat(target(Signal.TRACES, "otel.exporter.otlp.endpoint", value).endpoint())
        .hasToString(used);
  }

  @Test
  void settingsOfASignalTakePrecedenceOverGeneralOnes() {
    String[] values = {
      "otel.exporter.otlp.endpoint", "http://all:1",
      "otel.exporter.otlp.metrics.endpoint", "https://one:2/push",
      "otel.exporter.otlp.headers", "a=b",
      "otel.exporter.otlp.metrics.headers", "api-key=x%20y , c = d",
      "otel.exporter.otlp.timeout", "3s",
      "otel.exporter.otlp.metrics.timeout", "250",
      "otel.exporter.otlp.compression", "gzip",
      "otel.exporter.otlp.metrics.compression", "none",
    };
    OtlpTarget one = target(Signal.METRICS, values);
    assertThat(one.endpoint()).hasToString("https://one:2/push");
    assertThat(one.headers()).containsEntry("api-key", "x y").containsEntry("c", "d").hasSize(2);
    assertThat(one.timeoutMillis()).isEqualTo(250);
    assertThat(one.gzip()).isFalse();
    OtlpTarget other = target(Signal.LOGS, values);
    assertThat(other.endpoint()).hasToString("http://all:1/v1/logs");
    assertThat(other.headers()).containsOnlyKeys("a");
    assertThat(other.timeoutMillis()).isEqualTo(3000);
    assertThat(other.gzip()).isTrue();
  }

  @Test
  void environmentVariablesAreRead() {
    Map<String, String> variables = new HashMap<>();
    variables.put("OTEL_TRACES_EXPORTER", "otlp");
    variables.put("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://x:1/v1/traces");
    variables.put("OTEL_BSP_MAX_QUEUE_SIZE", "100");
    variables.put("OTEL_BSP_SCHEDULE_DELAY", "1m");
    ExportSettings exports = SettingsReader.read(null, null, variables).exports();
    assertThat(exports.target(Signal.TRACES).endpoint()).hasToString("http://x:1/v1/traces");
    assertThat(exports.spans().queueSize()).isEqualTo(100);
    assertThat(exports.spans().batchSize()).isEqualTo(100);
    assertThat(exports.spans().delayMillis()).isEqualTo(60_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"collector:4318", "ftp://collector", "http://", "http:// x", "4318"})
  void invalidEndpointsAreReported(String value) {
    Settings settings =
        of(
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "otlp",
            "otel.exporter.otlp.endpoint", value);
    assertThat(settings.exports().target(Signal.TRACES).endpoint())
        .hasToString("http://localhost:4318/v1/traces");
    assertThat(settings.warnings())
        .as("one for both signals")
        .containsExactly(
            "system property otel.exporter.otlp.endpoint='"
                + value
                + "' is not a URL such as http://localhost:4318; using http://localhost:4318");
  }

  @ParameterizedTest
  @ValueSource(strings = {SECRET, "a=b," + SECRET, "a=%zz" + SECRET, "a b=" + SECRET, "a=%0d%0ab"})
  void warningsDoNotShowHeaders(String value) {
    Settings settings = of("otel.traces.exporter", "otlp", "otel.exporter.otlp.headers", value);
    assertThat(settings.exports().target(Signal.TRACES).headers()).isEmpty();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.exporter.otlp.headers is not a comma-separated list of"
                + " percent-encoded name=value pairs; using none of it");
  }

  @Test
  void grpcBecomesHttpOnTheCollectorsOtherPort() {
    Settings settings =
        of(
            "otel.traces.exporter", "otlp",
            "otel.metrics.exporter", "prometheus,otlp",
            "otel.exporter.otlp.protocol", "grpc",
            "otel.exporter.otlp.endpoint", "http://collector:4317",
            "otel.exporter.otlp.metrics.endpoint", "http://metrics:4317/");
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.notes())
        .containsExactly(
            "system property otel.exporter.otlp.protocol='grpc' needs a gRPC library, which the"
                + " agent does not include: it exports with http/protobuf to"
                + " http://collector:4318");
    assertThat(settings.exports().target(Signal.TRACES).endpoint())
        .hasToString("http://collector:4318/v1/traces");
    assertThat(settings.exports().target(Signal.METRICS).endpoint())
        .hasToString("http://metrics:4318/v1/metrics");
  }

  @Test
  void pathOfASignalIsKeptBesideGrpc() {
    Settings settings =
        of(
            "otel.traces.exporter", "otlp",
            "otel.exporter.otlp.protocol", "grpc",
            "otel.exporter.otlp.traces.endpoint", "http://collector:4318/v1/traces");
    assertThat(settings.exports().target(Signal.TRACES).endpoint())
        .hasToString("http://collector:4318/v1/traces");
  }

  @ParameterizedTest
  @CsvSource({
    "http://collector:4318, http://collector:4318/v1/traces",
    "https://collector,     https://collector/v1/traces",
    "http://[::1]:4317,     http://[::1]:4318/v1/traces",
    ",                      http://localhost:4318/v1/traces",
  })
  void endpointsForGrpc(String endpoint, String used) {
    Settings settings =
        of(
            "otel.traces.exporter", "otlp",
            "otel.exporter.otlp.protocol", "grpc",
            "otel.exporter.otlp.endpoint", endpoint == null ? "" : endpoint);
    assertThat(settings.exports().target(Signal.TRACES).endpoint()).hasToString(used);
  }

  @Test
  void otherProtocolsAreReportedAsUnsupported() {
    Settings settings =
        of("otel.traces.exporter", "otlp", "otel.exporter.otlp.protocol", "http/json");
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.exporter.otlp.protocol='http/json' is not http/protobuf; using"
                + " http/protobuf");
  }

  @ParameterizedTest
  @CsvSource({
    "otel.exporter.otlp.timeout,       soon,    a duration above 0 such as 500; 10000 ms",
    "otel.exporter.otlp.timeout,       0,       a duration above 0 such as 500; 10000 ms",
    "otel.exporter.otlp.timeout,       5 weeks, a duration above 0 such as 500; 10000 ms",
    "otel.exporter.otlp.compression,   zstd,    gzip or none; none",
    "otel.bsp.schedule.delay,          -1,      a duration above 0 such as 500; 5000 ms",
    "otel.bsp.max.queue.size,          0,       a number from 1 to 1000000; 2048",
    "otel.bsp.max.export.batch.size,   4096,    a number from 1 to 2048; 512",
    "otel.bsp.export.timeout,          x,       a duration above 0 such as 500; 30000 ms",
  })
  void invalidValuesAreReported(String property, String value, String expectedAndUsed) {
    Settings settings = of("otel.traces.exporter", "otlp", property, value);
    String[] words = expectedAndUsed.split("; ", -1);
    assertThat(settings.warnings())
        .containsExactly(
            "system property "
                + property
                + "='"
                + value
                + "' is not "
                + words[0].replace("0 such as 500", "0, such as 500, 10s or 1m")
                + "; using "
                + words[1]);
  }

  @Test
  void temporalityIsReadAndChecked() {
    Settings settings =
        of(
            "otel.metrics.exporter", "otlp",
            "otel.exporter.otlp.metrics.temporality.preference", "DELTA");
    assertThat(settings.exports().temporality()).isEqualTo("delta");
    settings =
        of(
            "otel.metrics.exporter", "otlp",
            "otel.exporter.otlp.metrics.temporality.preference", "both");
    assertThat(settings.exports().temporality()).isEqualTo("cumulative");
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.exporter.otlp.metrics.temporality.preference='both' is not"
                + " cumulative, delta or lowmemory; using cumulative");
  }

  @Test
  void certificateFilesAreReadAndChecked(@TempDir Path folder) throws IOException {
    Path pem = folder.resolve("some.pem");
    Files.write(pem, "text".getBytes(StandardCharsets.UTF_8));
    OtlpTarget target =
        target(
            Signal.TRACES,
            "otel.exporter.otlp.certificate",
            pem.toString(),
            "otel.exporter.otlp.client.key",
            pem.toString(),
            "otel.exporter.otlp.client.certificate",
            pem.toString());
    assertThat(target.certificates()).asString(StandardCharsets.UTF_8).isEqualTo("text");
    assertThat(target.clientKey()).isEqualTo(target.clientCertificates()).isNotNull();
    Settings settings =
        of(
            "otel.traces.exporter", "otlp",
            "otel.exporter.otlp.certificate", "nowhere.pem",
            "otel.exporter.otlp.client.key", pem.toString());
    assertThat(settings.exports().target(Signal.TRACES).clientKey()).isNull();
    assertThat(settings.warnings())
        .containsExactly(
            "system property otel.exporter.otlp.certificate='nowhere.pem' is not used: the file"
                + " does not exist; using the JVM's trusted certificates",
            "system property otel.exporter.otlp.client.key='[REDACTED]' is not used: it requires"
                + " otel.exporter.otlp.client.certificate");
  }
}
