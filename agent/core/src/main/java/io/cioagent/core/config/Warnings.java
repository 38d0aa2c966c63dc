package io.cioagent.core.config;

import io.cioagent.core.privacy.MaskedText;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds warnings about settings: the source, the value, and the value used instead; and notes on
 * values that work otherwise than they say. Neither contains secrets.
 */
final class Warnings {
  private static final int LONGEST_VALUE = 200;

  private final List<String> sentences;
  private final List<String> notes;

  /** The values used in place of invalid ones, by key. */
  private final Map<String, String> used = new HashMap<>();

  private final Set<String> keys = new HashSet<>();

  Warnings(List<String> sentences, List<String> notes) {
    this.sentences = sentences;
    this.notes = notes;
  }

  /** Says how a value works; {@code effect} completes the sentence. */
  void note(RawValue raw, String effect) {
    notes.add(named(raw) + " " + effect);
  }

  /** Reports an invalid value. {@code expected} and {@code used} complete the sentence. */
  void invalid(RawValue raw, String expected, String used) {
    about(raw, "is not " + expected + "; using " + used);
    if (!raw.isPart) {
      this.used.put(raw.key, used);
    }
  }

  /** Reports an unknown key; {@code nearest} is the closest known key in the same form, if any. */
  void unknown(RawValue raw, @Nullable String nearest) {
    String question = nearest == null ? "" : "; did you mean " + nearest + "?";
    String value = mayBeSecret(raw.key) ? "'" + MaskedText.REDACTED + "'" : shown(raw);
    sentences.add(source(raw) + "=" + value + " is not a known setting and is ignored" + question);
  }

  /** A mistyped {@code signing-kye} still contains a key. */
  private static boolean mayBeSecret(String key) {
    for (String word : key.toLowerCase(Locale.ROOT).split("[._-]")) {
      for (String secret : MaskedText.secretNames()) {
        if (NearestName.isTypingErrorOf(secret, word)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Reports any other problem; {@code problem} completes the sentence. */
  void about(RawValue raw, String problem) {
    keys.add(raw.key);
    sentences.add(named(raw) + " " + problem);
  }

  /** As {@link #about}, for values that may be misplaced secrets. */
  void withoutValue(RawValue raw, String problem) {
    keys.add(raw.key);
    sentences.add(source(raw) + " " + problem);
  }

  /** The value used in place of an invalid one; null if the value itself is used. */
  @Nullable String usedInstead(RawValue raw) {
    return used.get(raw.key);
  }

  /** Whether there is a warning about the value or a part of it. */
  boolean concern(RawValue raw) {
    return keys.contains(raw.key);
  }

  private static String named(RawValue raw) {
    return source(raw) + "=" + shown(raw);
  }

  static String source(RawValue raw) {
    return printable(MaskedText.of(raw.source));
  }

  private static String shown(RawValue raw) {
    return "'" + printable(MaskedText.of(raw.key, raw.value)) + "'";
  }

  /** The text as one line of bounded length. */
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
