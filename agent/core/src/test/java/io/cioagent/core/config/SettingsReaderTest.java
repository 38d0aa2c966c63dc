package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import io.cioagent.core.operation.ConfiguredMethod;
import io.cioagent.core.privacy.UserIdMode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {
  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private String arguments;

  @TempDir private Path folder;

  private Settings read() {
    Settings settings = SettingsReader.read(arguments, properties, variables);
    assertThat(settings.warnings()).isEmpty();
    return settings;
  }

  private void file(String text) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    properties.put("customerio.agent.config-file", file.toString());
  }

  @Test
  void defaults() {
    Settings settings = SettingsReader.read(null, null, null);
    assertThat(settings.warnings()).isEmpty();
    assertThat(settings.enabled()).isTrue();
    assertThat(settings.serviceName()).isEqualTo("unknown_service:java");
    assertThat(settings.environment()).isNull();
    assertThat(settings.hosts()).isEmpty();
    assertThat(settings.clientAutoDetect()).isTrue();
    assertThat(settings.clientMethods()).isEmpty();
    assertThat(settings.userIdMode()).isSameAs(UserIdMode.AUTO);
    assertThat(settings.prometheusEnabled()).isTrue();
    assertThat(settings.prometheusHost()).isEqualTo("localhost");
    assertThat(settings.prometheusPortFrom()).isEqualTo(19464);
    assertThat(settings.prometheusPortTo()).isEqualTo(19464);
    assertThat(settings.recentSpans()).isEqualTo(512);
    assertThat(settings.resourceAttributes()).isEmpty();
    assertThat(settings.tracesSampler()).isEqualTo("parentbased_always_on");
    assertThat(settings.tracesSamplerArg()).isNull();
  }

  @Test
  void eachSourceTakesPrecedenceOverWeakerOnes() throws IOException {
    properties.put("sun.java.command", "com.acme.Shop");
    assertThat(read().serviceName()).isEqualTo("Shop");
    variables.put("OTEL_RESOURCE_ATTRIBUTES", "service.name=attribute");
    assertThat(read().serviceName()).isEqualTo("attribute");
    variables.put("OTEL_SERVICE_NAME", "otel-variable");
    assertThat(read().serviceName()).isEqualTo("otel-variable");
    properties.put("otel.service.name", "otel-property");
    assertThat(read().serviceName()).isEqualTo("otel-property");
    file("service-name = file");
    assertThat(read().serviceName()).isEqualTo("file");
    variables.put("CUSTOMERIO_AGENT_SERVICE_NAME", "variable");
    assertThat(read().serviceName()).isEqualTo("variable");
    properties.put("customerio.agent.service-name", "property");
    assertThat(read().serviceName()).isEqualTo("property");
    arguments = "service-name=argument";
    assertThat(read().serviceName()).isEqualTo("argument");
  }

  @Test
  void emptyValuesCountAsUnset() {
    arguments = "service-name=,hosts= ,prometheus.port=";
    properties.put("customerio.agent.service-name", "  ");
    properties.put("otel.resource.attributes", "");
    variables.put("CUSTOMERIO_AGENT_SERVICE_NAME", "variable");
    assertThat(read().serviceName()).isEqualTo("variable");
    assertThat(read().prometheusPortFrom()).isEqualTo(19464);
    assertThat(read().hosts()).isEmpty();
  }

  @Test
  void environmentVariablesUseUnderscores() {
    variables.put("CUSTOMERIO_AGENT_CLIENT_AUTO_DETECT", " FALSE ");
    variables.put("CUSTOMERIO_AGENT_USER_ID", "Hash");
    variables.put("CUSTOMERIO_AGENT_SPANS_RECENT", "0");
    variables.put("CUSTOMERIO_AGENT_ENVIRONMENT", "staging");
    assertThat(read().clientAutoDetect()).isFalse();
    assertThat(read().userIdMode()).isSameAs(UserIdMode.HASH);
    assertThat(read().recentSpans()).isZero();
    assertThat(read().environment()).isEqualTo("staging");
  }

  @Test
  void everyFormOfAgentArgumentIsRead() {
    arguments =
        " customerio.agent.enabled = False ,hosts=a.example,b.example:8080 , [::1]:1,,"
            + "client.methods=com.acme.Crm[upsert=identify,track];com.acme.Other[send=send_email],"
            + "com.acme.Third$Inner[x=batch],prometheus.port=19464-19474,spans.recent=7,";
    Settings settings = read();
    assertThat(settings.enabled()).isFalse();
    assertThat(settings.hosts()).containsExactly("a.example", "b.example:8080", "[::1]:1");
    assertThat(settings.clientMethods())
        .extracting(ConfiguredMethod::toString)
        .containsExactly(
            "com.acme.Crm[upsert=identify]",
            "com.acme.Crm[track=track]",
            "com.acme.Other[send=send_email]",
            "com.acme.Third$Inner[x=batch]");
    assertThat(settings.prometheusPortFrom()).isEqualTo(19464);
    assertThat(settings.prometheusPortTo()).isEqualTo(19474);
    assertThat(settings.recentSpans()).isEqualTo(7);
  }

  @Test
  void lastOfTwoEqualArgumentsWins() {
    arguments = "service-name=first,service-name=second";
    assertThat(read().serviceName()).isEqualTo("second");
  }

  @Test
  void fileKeysMayHaveThePrefix() throws IOException {
    file(
        "# a comment\nhosts = a.example, b.example\ncustomerio.agent.user-id=none\n"
            + "customerio.agent.environment=with\nenvironment=without\nservice-name=caf\u00e9\n");
    assertThat(read().hosts()).containsExactly("a.example", "b.example");
    assertThat(read().userIdMode()).isSameAs(UserIdMode.NONE);
    assertThat(read().environment()).isEqualTo("with");
    assertThat(read().serviceName()).isEqualTo("caf\u00e9");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "65535, 65535, 65535",
    "1-65535, 1, 65535",
    "80 - 81, 80, 81",
    "7-7, 7, 7"
  })
  void ports(String text, int from, int to) {
    properties.put("customerio.agent.prometheus.port", text);
    assertThat(read().prometheusPortFrom()).isEqualTo(from);
    assertThat(read().prometheusPortTo()).isEqualTo(to);
  }

  @Test
  void standardPrometheusSettingsAreFallbacks() {
    properties.put("otel.exporter.prometheus.host", "0.0.0.0");
    variables.put("OTEL_EXPORTER_PROMETHEUS_PORT", "9000");
    assertThat(read().prometheusHost()).isEqualTo("0.0.0.0");
    assertThat(read().prometheusPortFrom()).isEqualTo(9000);
    arguments = "prometheus.host=::1";
    assertThat(read().prometheusHost()).isEqualTo("::1");
  }

  @Test
  void metricsExporterNoneDisablesPrometheus() {
    variables.put("OTEL_METRICS_EXPORTER", "None");
    assertThat(read().prometheusEnabled()).isFalse();
    properties.put("customerio.agent.prometheus.enabled", "true");
    assertThat(read().prometheusEnabled()).isTrue();
    properties.clear();
    properties.put("otel.metrics.exporter", "prometheus");
    assertThat(read().prometheusEnabled()).isTrue();
    arguments = "prometheus.enabled=false";
    assertThat(read().prometheusEnabled()).isFalse();
  }

  @Test
  void sdkDisabledDisablesTheAgentUnlessItIsEnabled() {
    variables.put("OTEL_SDK_DISABLED", "TRUE");
    assertThat(read().enabled()).isFalse();
    arguments = "enabled=true";
    assertThat(read().enabled()).isTrue();
  }

  @Test
  void exportersSetToNoneAreAccepted() {
    properties.put("otel.traces.exporter", "none");
    variables.put("OTEL_LOGS_EXPORTER", "none");
    read();
  }

  @Test
  void resourceAttributesAreDecoded() {
    properties.put(
        "otel.resource.attributes",
        "service.name=a%2Cb, team = x+y%3D1 ,caf%C3%A9=%20,deployment.environment.name=prod,");
    Settings settings = read();
    assertThat(settings.resourceAttributes())
        .containsExactly(
            entry("service.name", "a,b"),
            entry("team", "x+y=1"),
            entry("caf\u00e9", " "),
            entry("deployment.environment.name", "prod"));
    assertThat(settings.serviceName()).isEqualTo("a,b");
    assertThat(settings.environment()).isEqualTo("prod");
    arguments = "environment=mine";
    assertThat(read().environment()).isEqualTo("mine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "always_on",
        "always_off",
        "traceidratio",
        "parentbased_always_on",
        "parentbased_always_off",
        "parentbased_traceidratio",
      })
  void samplers(String sampler) {
    properties.put("otel.traces.sampler", sampler);
    variables.put("OTEL_TRACES_SAMPLER_ARG", "0.25");
    assertThat(read().tracesSampler()).isEqualTo(sampler);
    assertThat(read().tracesSamplerArg())
        .isEqualTo(sampler.endsWith("traceidratio") ? "0.25" : null);
  }

  @Test
  void settingsAreImmutable() {
    Settings settings = read();
    assertThatThrownBy(() -> settings.hosts().add("x"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> settings.resourceAttributes().put("x", "y"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void eachSettingIsDescribedOnce() {
    assertThat(Setting.values()).extracting(Setting::key).doesNotHaveDuplicates();
    assertThat(Setting.values()).extracting(Setting::meaning).allMatch(text -> !text.isEmpty());
    assertThat(OtelSetting.values()).extracting(OtelSetting::property).doesNotHaveDuplicates();
    assertThat(OtelSetting.values()).extracting(OtelSetting::meaning).allMatch(t -> !t.isEmpty());
  }
}
