package io.cioagent.core.config;

import io.cioagent.core.privacy.MaskedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The settings as they were understood, each with where it came from; no secrets in it. */
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
      Given given = sources.find(setting);
      // With our own defaults they are many, and most never heard of.
      if (given != null) {
        read.add(line(setting.property(), given, setting.fallback(), warnings));
      }
    }
    this.lines = Collections.unmodifiableList(read);
  }

  /** One setting. */
  public static final class Line {
    private final String name;
    private final String value;
    private final String source;
    private final boolean warnedOf;

    Line(String name, String value, String source, boolean warnedOf) {
      this.name = name;
      this.value = value;
      this.source = source;
      this.warnedOf = warnedOf;
    }

    /** Without our prefix, as an agent argument would have it. */
    public String name() {
      return name;
    }

    /** As it is used, masked; empty where there is none, or it is found out at start-up. */
    public String value() {
      return value;
    }

    /** Where it was set, in words. */
    public String source() {
      return source;
    }

    /** Whether a warning is about it: then not all that was written there may be used. */
    public boolean warnedOf() {
      return warnedOf;
    }
  }

  /** All of ours, and those of OpenTelemetry's that are given. */
  public List<Line> lines() {
    return lines;
  }

  public Settings settings() {
    return settings;
  }

  private static Line line(String name, Given given, String fallback, Warnings warnings) {
    if (given == null) {
      return new Line(name, fallback == null ? "" : fallback, DEFAULT, false);
    }
    String used = warnings.usedInstead(given);
    return new Line(
        name,
        Warnings.printable(MaskedText.of(given.key, used == null ? given.value : used)),
        used == null ? Warnings.place(given) : DEFAULT,
        warnings.areAbout(given));
  }
}
