package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The {@code otel.*} settings when another agent in the same JVM reads them as well. */
class StandardSettingsTest {
  private static final String NAME = "otel.service.name";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();

  private Settings read(String arguments) {
    Settings settings = SettingsReader.read(arguments, properties, variables);
    assertThat(settings.warnings()).isEmpty();
    return settings;
  }

  @Test
  void ownNameTakesPrecedence() {
    properties.put(NAME, "theirs");
    variables.put("OTEL_SERVICE_NAME", "theirs-too");
    variables.put("CUSTOMERIO_AGENT_OTEL_SERVICE_NAME", "variable");
    assertThat(read(null).serviceName()).isEqualTo("variable");
    properties.put("customerio.agent." + NAME, "property");
    assertThat(read(null).serviceName()).isEqualTo("property");
    assertThat(read(NAME + "=argument").serviceName()).isEqualTo("argument");
    assertThat(read("service-name=ours," + NAME + "=argument").serviceName()).isEqualTo("ours");
  }

  @Test
  void ownNameInTheFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.write(file, "otel.service.name=file\n".getBytes(StandardCharsets.UTF_8));
    properties.put(NAME, "theirs");
    assertThat(read("config-file=" + file).serviceName()).isEqualTo("file");
  }

  @Test
  void exportersOfAnAgentArgument() {
    Settings settings =
        read(
            "otel.metrics.exporter=prometheus,otlp,otel.traces.exporter=console,"
                + "otel.exporter.otlp.metrics.endpoint=http://collector:4318/m");
    assertThat(settings.prometheusEnabled()).isTrue();
    assertThat(settings.exports().console(Signal.TRACES)).isTrue();
    assertThat(settings.exports().target(Signal.METRICS).endpoint())
        .hasToString("http://collector:4318/m");
  }

  @Test
  void standardNamesAreIgnoredOnDemand() {
    properties.put(NAME, "theirs");
    properties.put("otel.sdk.disabled", "true");
    properties.put("otel.metrics.exporter", "none");
    properties.put("otel.exporter.prometheus.port", "9464");
    variables.put("OTEL_TRACES_EXPORTER", "otlp");
    variables.put("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");
    properties.put("sun.java.command", "shop.Main");
    properties.put("customerio.agent.otel.logs.exporter", "console");
    Settings settings = read("otel.settings=ignore");
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.serviceName()).isNotEqualTo("theirs");
    assertThat(settings.prometheusEnabled()).isTrue();
    assertThat(settings.prometheusPortFrom()).isEqualTo(19464);
    assertThat(settings.exports().any(Signal.TRACES)).isFalse();
    assertThat(settings.exports().console(Signal.LOGS)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "use", "USE"})
  void standardNamesAreUsedOtherwise(String value) {
    properties.put(NAME, "ours");
    properties.put("customerio.agent.otel.settings", value);
    assertThat(read(null).serviceName()).isEqualTo("ours");
  }

  @Test
  void invalidValueIsReported() {
    properties.put(NAME, "ours");
    Settings settings =
        SettingsReader.read("otel.settings=off", properties, Collections.emptyMap());
    assertThat(settings.warnings())
        .containsExactly("agent argument otel.settings='off' is not use or ignore; using use");
    assertThat(settings.serviceName()).isEqualTo("ours");
  }
}
