package io.cioagent.core.config;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The level, output and limits of the operation log. Immutable. */
public final class LogSettings {
  /** The process's standard error in {@code log.output}. */
  public static final String STDERR = "stderr";

  /** The process's standard output in {@code log.output}. */
  public static final String STDOUT = "stdout";

  private static final int HIGHEST_LIMIT = 10_000;

  private final LogLevel level;
  private final String output;
  private final int rateLimit;
  private final List<String> piiFields;

  private LogSettings(LogLevel level, String output, int rateLimit, List<String> piiFields) {
    this.level = level;
    this.output = output;
    this.rateLimit = rateLimit;
    this.piiFields = piiFields;
  }

  static LogSettings read(Sources sources, Warnings warnings) {
    return new LogSettings(
        level(sources.find(Setting.LOG_LEVEL), warnings),
        output(sources.find(Setting.LOG_OUTPUT), warnings),
        rateLimit(sources.find(Setting.LOG_RATE_LIMIT), warnings),
        piiFields(sources.find(Setting.LOG_PII_FIELDS)));
  }

  /** The lowest level that is logged. */
  public LogLevel level() {
    return level;
  }

  /** {@link #STDERR}, {@link #STDOUT} or the path of a file. */
  public String output() {
    return output;
  }

  /** The maximum number of lines per second for each result; 0 for no limit. */
  public int rateLimit() {
    return rateLimit;
  }

  /** The names of fields whose values are masked. */
  public List<String> piiFields() {
    return piiFields;
  }

  private static LogLevel level(@Nullable RawValue raw, Warnings warnings) {
    String fallback = Setting.LOG_LEVEL.fallback();
    LogLevel level = raw == null ? null : LogLevel.named(raw.value);
    if (raw != null && level == null) {
      warnings.invalid(raw, "debug, info, warn, error or off", fallback);
    }
    return level == null ? Objects.requireNonNull(LogLevel.named(fallback)) : level;
  }

  private static String output(@Nullable RawValue raw, Warnings warnings) {
    if (raw == null) {
      return Setting.LOG_OUTPUT.fallback();
    }
    for (String stream : new String[] {STDERR, STDOUT}) {
      if (stream.equalsIgnoreCase(raw.value)) {
        return stream;
      }
    }
    String problem = problem(raw.value);
    if (problem != null) {
      warnings.about(raw, problem + "; using " + Setting.LOG_OUTPUT.fallback());
      return Setting.LOG_OUTPUT.fallback();
    }
    return raw.value;
  }

  /** Null if this may be the path of a file, as far as can be checked without opening it. */
  private static @Nullable String problem(String path) {
    for (String stream : new String[] {STDERR, STDOUT}) {
      if (NearestName.isTypingErrorOf(stream, path.toLowerCase(Locale.ROOT))) {
        return "is not stderr, stdout or a file path; did you mean " + stream + "?";
      }
    }
    File file = new File(path).getAbsoluteFile();
    if (file.isDirectory()) {
      return "cannot be written to: it is a directory";
    }
    File folder = file.getParentFile();
    return folder == null || folder.isDirectory()
        ? null
        : "cannot be written to: there is no directory " + folder;
  }

  private static int rateLimit(@Nullable RawValue raw, Warnings warnings) {
    return Numbers.read(raw, HIGHEST_LIMIT, Setting.LOG_RATE_LIMIT.fallback(), warnings);
  }

  private static List<String> piiFields(@Nullable RawValue raw) {
    List<String> names = new ArrayList<>();
    String list = raw == null ? Setting.LOG_PII_FIELDS.fallback() : raw.value;
    for (String each : list.split(",", -1)) {
      String name = each.trim();
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return Collections.unmodifiableList(names);
  }
}
