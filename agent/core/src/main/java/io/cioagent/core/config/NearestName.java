package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/** Finds the known name closest to a mistyped one. Used only for warnings. */
final class NearestName {
  /** Setting names are short; a longer name is not a typing error. */
  private static final int LONGEST = 80;

  private final String mistyped;
  private @Nullable String nearest;
  private int distance;

  NearestName(String mistyped) {
    this.mistyped = plain(mistyped);
    // If more than half of it differs, it is a different word.
    this.distance = this.mistyped.length() / 2 + 1;
  }

  /** Compares with one known name. */
  void consider(String known) {
    int candidate = mistyped.length() > LONGEST ? distance : distance(mistyped, plain(known));
    if (candidate < distance) {
      distance = candidate;
      nearest = known;
    }
  }

  /** The known name closest to the mistyped one, if any is close. */
  @Nullable String nearest() {
    return nearest;
  }

  /** Ignores case and separators: {@code PROMETHEUS_PORT} equals {@code prometheus.port}. */
  private static String plain(String name) {
    return Setting.variable(name);
  }

  /** Whether a word equals {@code known} or differs from it by one typing error. */
  static boolean isTypingErrorOf(String known, String word) {
    return word.length() <= LONGEST && distance(word, known) <= 1;
  }

  /** The number of letters to add, remove, change or swap (optimal string alignment distance). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] current = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        current[j] = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = current;
      current = spare;
    }
    return last[b.length()];
  }
}
