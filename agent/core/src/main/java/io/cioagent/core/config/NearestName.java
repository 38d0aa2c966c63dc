package io.cioagent.core.config;

/** Finds what somebody meant who mistyped a name. Used only when there is something to warn of. */
final class NearestName {
  /** Names are short; longer ones were never meant to be one of ours. */
  private static final int LONGEST = 80;

  private final String mistyped;
  private String nearest;
  private int distance;

  NearestName(String mistyped) {
    this.mistyped = plain(mistyped);
    // More than half of it wrong is a different word.
    this.distance = this.mistyped.length() / 2 + 1;
  }

  /** Compares with one known name. */
  void consider(String known) {
    int asked = mistyped.length() > LONGEST ? distance : distance(mistyped, plain(known));
    if (asked < distance) {
      distance = asked;
      nearest = known;
    }
  }

  /** The known name most like the mistyped one; null when none is like it. */
  String nearest() {
    return nearest;
  }

  /** Case and separators are no difference: {@code PROMETHEUS_PORT} is {@code prometheus.port}. */
  private static String plain(String name) {
    return Setting.variable(name);
  }

  /** Whether a word is {@code known} but for one slip of the hand. */
  static boolean isSlipOf(String known, String word) {
    return word.length() <= LONGEST && distance(word, known) <= 1;
  }

  /** How many letters to add, remove, change or swap (optimal string alignment). */
  private static int distance(String a, String b) {
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          now[j] = Math.min(now[j], beforeLast[j - 2] + 1);
        }
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = now;
      now = spare;
    }
    return last[b.length()];
  }
}
