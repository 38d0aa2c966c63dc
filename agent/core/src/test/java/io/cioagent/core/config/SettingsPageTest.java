package io.cioagent.core.config;

import static io.cioagent.core.GeneratedPart.code;
import static io.cioagent.core.GeneratedPart.row;

import io.cioagent.core.GeneratedPart;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Checks that the documentation of the settings matches the code. */
class SettingsPageTest {
  @Test
  void pageListsAgentSettings() throws IOException {
    StringBuilder table =
        new StringBuilder(row("NAME", "default", "meaning")).append("|---|---|---|\n");
    for (Setting setting : Setting.values()) {
      OtelSetting other = setting.counterpart();
      String fallback = code(setting.fallback());
      if (other != null) {
        fallback = code(other.property()) + (fallback.isEmpty() ? "" : ", else " + fallback);
      }
      table.append(row(code(setting.key()), fallback, setting.meaning()));
    }
    GeneratedPart.check("settings.md", "settings", table.toString());
  }

  @Test
  void pageListsOpenTelemetrySettings() throws IOException {
    StringBuilder table =
        new StringBuilder(row("name", "default", "meaning")).append("|---|---|---|\n");
    for (OtelSetting setting : OtelSetting.values()) {
      table.append(row(code(setting.property()), code(setting.fallback()), setting.meaning()));
    }
    GeneratedPart.check("settings.md", "otel settings", table.toString());
  }
}
