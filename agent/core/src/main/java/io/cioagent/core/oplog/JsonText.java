package io.cioagent.core.oplog;

import io.cioagent.core.privacy.MaskedText;
import org.jspecify.annotations.Nullable;

/** Computes the length of texts as JSON in UTF-8, and truncates texts to a length. */
final class JsonText {
  private static final char FIRST_PRINTABLE = ' ';
  private static final char FIRST_OF_TWO_BYTES = 0x80;
  private static final char FIRST_OF_THREE_BYTES = 0x800;

  private JsonText() {}

  /** An upper bound of the bytes of {@code text} without quotes; 0 for null. */
  static int length(@Nullable String text) {
    int length = 0;
    for (int i = 0; text != null && i < text.length(); i++) {
      length += length(text.charAt(i));
    }
    return length;
  }

  /** The text, or the longest prefix that fits together with a mark. */
  static @Nullable String cut(@Nullable String text, int mostBytes) {
    if (text == null || length(text) <= mostBytes) {
      return text;
    }
    int left = mostBytes - MaskedText.CUT.length();
    int end = 0;
    while (end < text.length() && length(text.charAt(end)) <= left) {
      left -= length(text.charAt(end));
      end++;
    }
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + MaskedText.CUT;
  }

  private static int length(char c) {
    if (c >= FIRST_OF_THREE_BYTES) {
      // Two surrogates are one character of four bytes.
      return Character.isSurrogate(c) ? 2 : 3;
    }
    if (c >= FIRST_OF_TWO_BYTES || c == '"' || c == '\\') {
      return 2;
    }
    if (c >= FIRST_PRINTABLE) {
      return 1;
    }
    return c == '\n' || c == '\t' || c == '\r' ? 2 : 6;
  }
}
