package io.cioagent.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class DisabledTest {
  private static final String PROPERTY = "customerio.agent.enabled";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enabled=false",
        "enabled=FALSE",
        " enabled = false ",
        "customerio.agent.enabled=false",
        "prometheus.port=0,enabled=false",
        "enabled=false,prometheus.port=0",
        "enabled=true,enabled=false",
      })
  void byAnArgument(String arguments) {
    assertThat(Disabled.isAskedFor(arguments)).isTrue();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(
      strings = {
        "enabled=true",
        "enabled=",
        "enabled",
        "enabled=no",
        "enabled=false,enabled=true",
        "not-enabled=false",
        "prometheus.enabled=false",
        "=false",
        ",",
        "client.methods=com.acme.Crm[enabled=track,fire=track]",
        "client.methods=com.acme.Crm[fire=track,enabled=false]",
      })
  void otherValuesDoNotDisable(String arguments) {
    assertThat(Disabled.isAskedFor(arguments)).isFalse();
  }

  @Test
  void byAProperty() {
    TemporaryProperty.during(
        PROPERTY,
        " False ",
        () -> {
          assertThat(Disabled.isAskedFor(null)).isTrue();
          assertThat(Disabled.isAskedFor("prometheus.port=0")).isTrue();
        });
    assertThat(Disabled.isAskedFor(null)).isFalse();
  }

  @Test
  void argumentBeatsTheProperty() {
    TemporaryProperty.during(
        PROPERTY, "false", () -> assertThat(Disabled.isAskedFor("enabled=true")).isFalse());
    TemporaryProperty.during(
        PROPERTY, "true", () -> assertThat(Disabled.isAskedFor("enabled=false")).isTrue());
  }
}
