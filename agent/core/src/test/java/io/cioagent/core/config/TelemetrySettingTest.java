package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TelemetrySettingTest {

  private static Settings read(String arguments) {
    return SettingsReader.read(arguments, Collections.emptyMap(), Collections.emptyMap());
  }

  @Test
  void defaultIsTheAgent() {
    assertThat(read(null).usesApplicationTelemetry()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"agent, false", "application, true", "Application, true"})
  void validValuesAreUsed(String value, boolean ofApplication) {
    Settings settings = read("telemetry=" + value);
    assertThat(settings.usesApplicationTelemetry()).isEqualTo(ofApplication);
    assertThat(settings.warnings()).isEmpty();
  }

  @Test
  void invalidValueIsReported() {
    Settings settings = read("telemetry=both");
    assertThat(settings.usesApplicationTelemetry()).isFalse();
    assertThat(settings.warnings()).hasSize(1);
    assertThat(settings.warnings().get(0)).contains("telemetry", "both", "agent");
  }
}
