package io.cioagent.core.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTemplateTest {
  @TempDir private Path folder;

  private Settings read(String text) throws IOException {
    Path file = folder.resolve("agent.properties");
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return SettingsReader.read("config-file=" + file, null, null);
  }

  @Test
  void unchangedTemplateHasNoEffect() throws IOException {
    assertThat(read(SettingsTemplate.text()).warnings()).isEmpty();
  }

  @Test
  void everyUncommentedLineIsValid() throws IOException {
    String used = SettingsTemplate.text().replace("\n#customerio.", "\ncustomerio.");
    Properties lines = new Properties();
    lines.load(new StringReader(used));
    assertThat(lines).hasSize(Setting.values().length - 1 + OtelSetting.values().length);
    for (OtelSetting setting : OtelSetting.values()) {
      assertThat(lines.getProperty(Setting.PROPERTY_PREFIX + setting.property()))
          .isEqualTo(setting.fallback());
    }
    for (Setting setting : Setting.values()) {
      if (setting != Setting.CONFIG_FILE) {
        assertThat(lines.getProperty(setting.property())).isEqualTo(setting.fallback());
      }
    }
    assertThat(read(used).warnings()).isEmpty();
  }

  @Test
  void standardSettingsAreListed() {
    for (OtelSetting setting : OtelSetting.values()) {
      assertThat(SettingsTemplate.text())
          .contains("-D" + setting.property() + "=", setting.variable() + "=");
    }
  }
}
