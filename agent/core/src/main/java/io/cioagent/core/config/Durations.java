package io.cioagent.core.config;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Reads durations in OpenTelemetry's format: milliseconds, or a number with a unit. */
final class Durations {
  private static final int LARGEST = 999_999_999;

  /** The first matching suffix is used, so {@code ms} precedes {@code s}. */
  private static final String[] UNITS = {"ms", "s", "m", "h", "d"};

  private static final TimeUnit[] TIME_UNITS = {
    TimeUnit.MILLISECONDS, TimeUnit.SECONDS, TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.DAYS
  };

  private Durations() {}

  /** Milliseconds, above 0; {@code fallback} if the setting is absent or invalid. */
  static long read(@Nullable RawValue raw, String fallback, Warnings warnings) {
    if (raw == null) {
      return millis(fallback);
    }
    long millis = millis(raw.value);
    if (millis < 1) {
      warnings.invalid(raw, "a duration above 0, such as 500, 10s or 1m", fallback + " ms");
      return millis(fallback);
    }
    return millis;
  }

  /** {@link Numbers#NONE} if the text is not a duration. */
  private static long millis(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    TimeUnit unit = TimeUnit.MILLISECONDS;
    String number = lower;
    for (int i = 0; i < UNITS.length; i++) {
      if (lower.endsWith(UNITS[i])) {
        unit = TIME_UNITS[i];
        number = lower.substring(0, lower.length() - UNITS[i].length()).trim();
        break;
      }
    }
    int read = Numbers.parse(number, LARGEST);
    return read == Numbers.NONE ? read : unit.toMillis(read);
  }
}
