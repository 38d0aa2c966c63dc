package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReportTest {
  private static final String KEY = "s3cr3t-0123456789";

  private final Map<String, String> properties = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  private SettingsReport report(String arguments) {
    return SettingsReader.report(arguments, properties, environment);
  }

  /** "value from source", followed by ! if there is a warning about the setting. */
  private static String line(SettingsReport report, String name) {
    for (SettingsReport.Line line : report.lines()) {
      if (line.name().equals(name)) {
        return line.value() + " from " + line.source() + (line.hasWarning() ? " !" : "");
      }
    }
    return null;
  }

  @Test
  void listsEveryAgentSetting() {
    SettingsReport report = report(null);
    assertThat(report.lines()).hasSize(Setting.values().length);
    for (Setting setting : Setting.values()) {
      assertThat(line(report, setting.key())).isEqualTo(setting.fallback() + " from default");
    }
  }

  @Test
  void listsTheSourceOfEachSetting() {
    properties.put("customerio.agent.environment", "prod");
    environment.put("CUSTOMERIO_AGENT_USER_ID", "none");
    environment.put("OTEL_EXPORTER_PROMETHEUS_PORT", "9999");
    properties.put("otel.traces.sampler", "always_off");
    SettingsReport report = report("service-name=shop");
    assertThat(line(report, "service-name")).isEqualTo("shop from agent argument service-name");
    assertThat(line(report, "environment"))
        .isEqualTo("prod from system property customerio.agent.environment");
    assertThat(line(report, "user-id"))
        .isEqualTo("none from environment variable CUSTOMERIO_AGENT_USER_ID");
    assertThat(line(report, "prometheus.port"))
        .isEqualTo("9999 from environment variable OTEL_EXPORTER_PROMETHEUS_PORT");
    assertThat(line(report, "otel.traces.sampler"))
        .isEqualTo("always_off from system property otel.traces.sampler");
    assertThat(line(report, "otel.service.name")).as("not given").isNull();
    assertThat(report.settings().serviceName()).isEqualTo("shop");
  }

  @Test
  void invalidValueIsShownAsTheValueInUse() {
    SettingsReport report = report("spans.recent=many,hosts=a b,enabled=perhaps");
    assertThat(line(report, "spans.recent")).isEqualTo("512 from default !");
    assertThat(line(report, "enabled")).isEqualTo("true from default !");
    assertThat(line(report, "hosts")).isEqualTo("a b from agent argument hosts !");
    assertThat(report.settings().warnings()).hasSize(3);
  }

  @Test
  void secretsAreMasked() {
    properties.put("customerio.agent.webhook.signing-key", KEY);
    SettingsReport report = report("service-name=jane@acme.example");
    StringBuilder all = new StringBuilder();
    for (SettingsReport.Line line : report.lines()) {
      all.append(line.name()).append(line.value()).append(line.source());
    }
    assertThat(all.toString()).doesNotContain(KEY, "jane");
    assertThat(line(report, "webhook.signing-key")).startsWith("[REDACTED] from system property");
  }

  @Test
  void listsTheFileAsASource(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.write(file, Collections.singletonList("spans.recent=7"));
    assertThat(line(report("config-file=" + file), "spans.recent"))
        .startsWith("7 from ")
        .endsWith("agent.properties: spans.recent");
  }
}
