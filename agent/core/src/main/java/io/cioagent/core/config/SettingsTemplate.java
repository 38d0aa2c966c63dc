package io.cioagent.core.config;

/** All settings as a properties file in which every line is commented out. */
public final class SettingsTemplate {
  private SettingsTemplate() {}

  /** The text of the file, with line feeds. */
  public static String text() {
    StringBuilder text =
        new StringBuilder(
                "# All settings of the Customer.io agent for Java, with their defaults.\n")
            .append("# Uncomment a line to change it. Load this file with\n")
            .append("# -D")
            .append(Setting.CONFIG_FILE.property())
            .append("=PATH or ")
            .append(Setting.CONFIG_FILE.variable())
            .append("=PATH.\n");
    for (Setting setting : Setting.values()) {
      // A properties file cannot name another.
      if (setting != Setting.CONFIG_FILE) {
        text.append("\n# ").append(setting.meaning()).append('\n');
        OtelSetting counterpart = setting.counterpart();
        if (counterpart != null) {
          text.append("# falls back to ").append(counterpart.property()).append('\n');
        }
        text.append('#').append(setting.property()).append('=').append(written(setting.fallback()));
        text.append('\n');
      }
    }
    text.append(
            "\n# OpenTelemetry settings. Their standard names work too, but other agents in the\n")
        .append("# same JVM read those as well.\n");
    for (OtelSetting setting : OtelSetting.values()) {
      text.append("\n# ").append(setting.meaning()).append('\n');
      text.append("# or -D").append(setting.property()).append("=... or ");
      text.append(setting.variable()).append("=...\n#");
      text.append(Setting.PROPERTY_PREFIX).append(setting.property()).append('=');
      text.append(written(setting.fallback())).append('\n');
    }
    return text.toString();
  }

  private static String written(String fallback) {
    return fallback.replace("\\", "\\\\");
  }
}
