package io.cioagent.core.config;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the export settings of metrics, spans and the log. Does not use the SDK's
 * autoconfiguration, which has other defaults and warnings and reads all settings, even unused
 * ones.
 */
final class ExportSettingsReader {
  private static final String OTLP = "otlp";
  private static final String CONSOLE = "console";
  private static final String PROMETHEUS = "prometheus";

  /** The former name of {@code console}. */
  private static final String LOGGING = "logging";

  private static final int LARGEST_QUEUE = 1_000_000;

  private final ExportSettings.Draft draft = new ExportSettings.Draft();
  private final Sources sources;
  private final Warnings warnings;

  private ExportSettingsReader(Sources sources, Warnings warnings) {
    this.sources = sources;
    this.warnings = warnings;
  }

  static ExportSettings read(Sources sources, Warnings warnings) {
    return new ExportSettingsReader(sources, warnings).read();
  }

  private ExportSettings read() {
    OtlpTargets targets = null;
    for (Signal signal : Signal.values()) {
      Set<String> exporters = exporters(signal);
      if (exporters.contains(OTLP)) {
        targets = targets == null ? new OtlpTargets(sources, warnings) : targets;
        draft.targets.put(signal, targets.read(signal));
      }
      if (exporters.contains(CONSOLE)) {
        draft.console.add(signal);
      }
      draft.prometheus |= exporters.contains(PROMETHEUS);
    }
    ExportSettings settings = new ExportSettings(draft);
    // Settings of unused signals are not read, so there are no warnings about them.
    if (settings.any(Signal.TRACES)) {
      draft.spans =
          batch(
              OtelSetting.SPANS_DELAY,
              OtelSetting.SPANS_QUEUE,
              OtelSetting.SPANS_BATCH,
              OtelSetting.SPANS_TIMEOUT);
    }
    if (settings.any(Signal.LOGS)) {
      draft.logs =
          batch(
              OtelSetting.LOGS_DELAY,
              OtelSetting.LOGS_QUEUE,
              OtelSetting.LOGS_BATCH,
              OtelSetting.LOGS_TIMEOUT);
    }
    if (settings.any(Signal.METRICS)) {
      draft.metricIntervalMillis = duration(OtelSetting.METRIC_INTERVAL);
      draft.metricTimeoutMillis = duration(OtelSetting.METRIC_TIMEOUT);
      draft.temporality = temporality();
    }
    return settings;
  }

  private Set<String> exporters(Signal signal) {
    OtelSetting setting = setting(signal);
    RawValue raw = sources.find(setting);
    Set<String> used = new LinkedHashSet<>();
    if (raw == null) {
      used.add(setting.fallback());
      return used;
    }
    List<String> known =
        signal == Signal.METRICS
            ? Arrays.asList(PROMETHEUS, OTLP, CONSOLE, OtelSetting.NONE)
            : Arrays.asList(OTLP, CONSOLE, OtelSetting.NONE);
    Set<String> unknown = new LinkedHashSet<>();
    for (String each : raw.value.split(",", -1)) {
      String name = each.trim();
      String lower = name.toLowerCase(Locale.ROOT);
      if (known.contains(lower) || lower.equals(LOGGING)) {
        used.add(lower.equals(LOGGING) ? CONSOLE : lower);
      } else if (!name.isEmpty()) {
        unknown.add(name);
      }
    }
    if (used.isEmpty()) {
      used.add(setting.fallback());
    }
    for (String name : unknown) {
      warnings.invalid(
          raw.part(name), oneOf(known), String.join(",", used) + suggestion(name, known));
    }
    if (used.size() > 1 && used.remove(OtelSetting.NONE)) {
      warnings.about(raw, "combines none with other exporters; using " + String.join(",", used));
    }
    return used;
  }

  private static OtelSetting setting(Signal signal) {
    switch (signal) {
      case TRACES:
        return OtelSetting.TRACES_EXPORTER;
      case METRICS:
        return OtelSetting.METRICS_EXPORTER;
      default:
        return OtelSetting.LOGS_EXPORTER;
    }
  }

  private static String oneOf(List<String> known) {
    int last = known.size() - 1;
    return String.join(", ", known.subList(0, last)) + " or " + known.get(last);
  }

  private static String suggestion(String name, List<String> known) {
    NearestName nearest = new NearestName(name);
    for (String each : known) {
      nearest.consider(each);
    }
    return nearest.nearest() == null ? "" : "; did you mean " + nearest.nearest() + "?";
  }

  private BatchLimits batch(
      OtelSetting delay, OtelSetting queue, OtelSetting batch, OtelSetting timeout) {
    int queueSize = count(queue, LARGEST_QUEUE, Integer.parseInt(queue.fallback()));
    int batchSize =
        count(batch, queueSize, Math.min(queueSize, Integer.parseInt(batch.fallback())));
    return new BatchLimits(duration(delay), queueSize, batchSize, duration(timeout));
  }

  private int count(OtelSetting setting, int largest, int fallback) {
    RawValue raw = sources.find(setting);
    if (raw == null) {
      return fallback;
    }
    int number = Numbers.parse(raw.value, largest);
    if (number < 1) {
      warnings.invalid(raw, "a number from 1 to " + largest, String.valueOf(fallback));
      return fallback;
    }
    return number;
  }

  private long duration(OtelSetting setting) {
    return Durations.read(sources.find(setting), setting.fallback(), warnings);
  }

  private String temporality() {
    String fallback = OtelSetting.OTLP_TEMPORALITY.fallback();
    RawValue raw = sources.find(OtelSetting.OTLP_TEMPORALITY);
    if (raw == null) {
      return fallback;
    }
    List<String> known = Arrays.asList(fallback, "delta", "lowmemory");
    String value = raw.value.toLowerCase(Locale.ROOT);
    if (!known.contains(value)) {
      warnings.invalid(raw, oneOf(known), fallback);
      return fallback;
    }
    return value;
  }
}
