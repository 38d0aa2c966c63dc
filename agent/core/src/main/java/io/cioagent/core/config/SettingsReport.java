package io.cioagent.core.config;

import io.cioagent.core.privacy.MaskedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings in use, each with its source. Contains no secrets. */
public final class SettingsReport {
  private static final String DEFAULT = "default";

  private final Settings settings;
  private final List<Line> lines;

  SettingsReport(Settings settings, Sources sources, Warnings warnings) {
    this.settings = settings;
    List<Line> read = new ArrayList<>();
    for (Setting setting : Setting.values()) {
      read.add(line(setting.key(), sources.find(setting), setting.fallback(), warnings));
    }
    for (OtelSetting setting : OtelSetting.values()) {
      RawValue raw = sources.find(setting);
      // OpenTelemetry settings with default values would make the report too long.
      if (raw != null) {
        read.add(line(setting.property(), raw, setting.fallback(), warnings));
      }
    }
    this.lines = Collections.unmodifiableList(read);
  }

  /** The value and source of one setting. */
  public static final class Line {
    private final String name;
    private final String value;
    private final String source;
    private final boolean hasWarning;

    Line(String name, String value, String source, boolean hasWarning) {
      this.name = name;
      this.value = value;
      this.source = source;
      this.hasWarning = hasWarning;
    }

    /** The name without the agent's prefix, as in an agent argument. */
    public String name() {
      return name;
    }

    /** The masked value in use; empty if there is none or if it is determined at start-up. */
    public String value() {
      return value;
    }

    /** The source of the value, in words. */
    public String source() {
      return source;
    }

    /** Whether there is a warning about it: the value may then be ignored in whole or in part. */
    public boolean hasWarning() {
      return hasWarning;
    }
  }

  /** All agent settings, and the OpenTelemetry settings that are set. */
  public List<Line> lines() {
    return lines;
  }

  public Settings settings() {
    return settings;
  }

  private static Line line(
      String name, @Nullable RawValue raw, String fallback, Warnings warnings) {
    if (raw == null) {
      return new Line(name, fallback, DEFAULT, false);
    }
    String used = warnings.usedInstead(raw);
    return new Line(
        name,
        Warnings.printable(MaskedText.of(raw.key, used == null ? raw.value : used)),
        used == null ? Warnings.source(raw) : DEFAULT,
        warnings.concern(raw));
  }
}
