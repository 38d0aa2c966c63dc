package io.cioagent.core.config;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** Reads lengths of time as OpenTelemetry writes them: milliseconds, or a number with a unit. */
final class Durations {
  private static final int LARGEST = 999_999_999;

  /** Of each unit's name the first that fits: {@code ms} before {@code s}. */
  private static final String[] UNITS = {"ms", "s", "m", "h", "d"};

  private static final TimeUnit[] MEANT = {
    TimeUnit.MILLISECONDS, TimeUnit.SECONDS, TimeUnit.MINUTES, TimeUnit.HOURS, TimeUnit.DAYS
  };

  private Durations() {}

  /** Milliseconds, above 0; {@code fallback} where nothing is given or it cannot be read. */
  static long read(Given given, String fallback, Warnings warnings) {
    long millis = millis(given == null ? fallback : given.value);
    if (millis < 1) {
      warnings.unreadable(given, "a duration above 0, such as 500, 10s or 1m", fallback + " ms");
      return millis(fallback);
    }
    return millis;
  }

  /** {@link Numbers#NONE} for what is no length of time. */
  private static long millis(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    TimeUnit unit = TimeUnit.MILLISECONDS;
    String number = lower;
    for (int i = 0; i < UNITS.length; i++) {
      if (lower.endsWith(UNITS[i])) {
        unit = MEANT[i];
        number = lower.substring(0, lower.length() - UNITS[i].length()).trim();
        break;
      }
    }
    int read = Numbers.parse(number, LARGEST);
    return read == Numbers.NONE ? read : unit.toMillis(read);
  }
}
