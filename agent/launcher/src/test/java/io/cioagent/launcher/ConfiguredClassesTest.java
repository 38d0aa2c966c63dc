package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** With {@link RawSetting}, which it stands on. */
class ConfiguredClassesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "client.methods=com.acme.Crm[upsert=identify]",
        "prometheus.port=0,config-file=/etc/agent.properties",
        "customerio.agent.client.methods=com.acme.Crm[upsert=identify]",
      })
  void byAnArgument(String arguments) {
    assertThat(ConfiguredClasses.mayBeGiven(arguments)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"prometheus.port=0", "client.auto-detect=true"})
  void otherArgumentsConfigureNoClasses(String arguments) {
    assertThat(ConfiguredClasses.mayBeGiven(arguments)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"client.methods", "config-file"})
  void byAProperty(String name) {
    TemporaryProperty.during(
        "customerio.agent." + name,
        "x",
        () -> {
          assertThat(ConfiguredClasses.mayBeGiven(null)).isTrue();
          assertThat(RawSetting.isGiven(name, null)).isTrue();
          assertThat(RawSetting.isGiven("enabled", null)).isFalse();
        });
    assertThat(ConfiguredClasses.mayBeGiven(null)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "enabled, CUSTOMERIO_AGENT_ENABLED",
    "config-file, CUSTOMERIO_AGENT_CONFIG_FILE",
    "client.auto-detect, CUSTOMERIO_AGENT_CLIENT_AUTO_DETECT",
  })
  void environmentName(String name, String expected) {
    assertThat(RawSetting.environmentName(name)).isEqualTo(expected);
  }

  /** Where the capital of i has a dot. */
  @Test
  void environmentNameInTurkey() {
    Locale before = Locale.getDefault();
    Locale.setDefault(new Locale("tr", "TR"));
    try {
      assertThat(RawSetting.environmentName("client.auto-detect"))
          .isEqualTo("CUSTOMERIO_AGENT_CLIENT_AUTO_DETECT");
    } finally {
      Locale.setDefault(before);
    }
  }
}
