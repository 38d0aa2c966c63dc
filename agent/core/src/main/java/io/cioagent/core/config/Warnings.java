package io.cioagent.core.config;

import io.cioagent.core.privacy.MaskedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Words what is wrong with a setting: where it was set, what was written, what is used instead.
 * Secrets never get in.
 */
final class Warnings {
  private static final int LONGEST_VALUE = 200;

  private final List<String> sentences;

  /** By key; what stands in for a whole value. */
  private final Map<String, String> used = new HashMap<>();

  private final Set<String> keys = new HashSet<>();

  Warnings(List<String> sentences) {
    this.sentences = sentences;
  }

  /** A value that cannot be read. {@code expected} and {@code used} complete the sentence. */
  void unreadable(Given given, String expected, String used) {
    about(given, "is not " + expected + "; using " + used);
    if (!given.isPiece) {
      this.used.put(given.key, used);
    }
  }

  /**
   * A key that nobody knows; {@code nearest} is how a known one would be written there, or null.
   */
  void unknown(Given given, String nearest) {
    String question = nearest == null ? "" : "; did you mean " + nearest + "?";
    String value = mayBeSecret(given.key) ? "'" + MaskedText.REDACTED + "'" : shown(given);
    sentences.add(place(given) + "=" + value + " is not a known setting and is ignored" + question);
  }

  /** A mistyped {@code signing-kye} holds a key all the same. */
  private static boolean mayBeSecret(String key) {
    for (String word : key.toLowerCase(Locale.ROOT).split("[._-]")) {
      for (String secret : MaskedText.secretNames()) {
        if (NearestName.isSlipOf(secret, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Anything else; {@code problem} completes the sentence. */
  void about(Given given, String problem) {
    keys.add(given.key);
    sentences.add(named(given) + " " + problem);
  }

  /** As {@link #about} where the value might be a secret that was put in the wrong place. */
  void withoutValue(Given given, String problem) {
    keys.add(given.key);
    sentences.add(place(given) + " " + problem);
  }

  /** What is used for a value that cannot be read; null where the value itself is. */
  String usedInstead(Given given) {
    return used.get(given.key);
  }

  /** Whether something is wrong with the value, or with a part of it. */
  boolean areAbout(Given given) {
    return keys.contains(given.key);
  }

  private static String named(Given given) {
    return place(given) + "=" + shown(given);
  }

  static String place(Given given) {
    return printable(MaskedText.of(given.place));
  }

  private static String shown(Given given) {
    return "'" + printable(MaskedText.of(given.key, given.value)) + "'";
  }

  /** One line of bounded length, whatever was written. */
  static String printable(String text) {
    int length = Math.min(text.length(), LONGEST_VALUE);
    StringBuilder line = new StringBuilder(length + MaskedText.CUT.length());
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      line.append(Character.isISOControl(c) ? ' ' : c);
    }
    return length < text.length() ? line.append(MaskedText.CUT).toString() : line.toString();
  }
}
