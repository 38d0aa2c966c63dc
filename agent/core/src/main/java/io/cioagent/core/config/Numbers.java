package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/** Reads whole numbers without exceptions. */
final class Numbers {
  /** Stands for "not a valid number". */
  static final int NONE = -1;

  private static final int MOST_DIGITS = 9;

  private Numbers() {}

  /** A number from 0 to {@code largest}; {@code fallback} if the setting is absent or invalid. */
  static int read(@Nullable RawValue raw, int largest, String fallback, Warnings warnings) {
    if (raw == null) {
      return parse(fallback, largest);
    }
    int number = parse(raw.value, largest);
    if (number == NONE) {
      warnings.invalid(raw, "a number from 0 to " + largest, fallback);
      return parse(fallback, largest);
    }
    return number;
  }

  /** The decimal number in {@code text}; {@link #NONE} unless it is from 0 to {@code largest}. */
  static int parse(String text, int largest) {
    if (text.isEmpty() || text.length() > MOST_DIGITS) {
      return NONE;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NONE;
      }
      number = number * 10 + (c - '0');
    }
    return number <= largest ? number : NONE;
  }
}
