package io.cioagent.core.privacy;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;

/** The names of fields whose values are always masked. Immutable. */
final class FieldNames {
  static final FieldNames NONE = new FieldNames(Collections.emptyList());

  private static final int LONGEST = 64;

  private final Set<String> names = new HashSet<>();

  /**
   * @param names case, {@code _} and {@code -} are ignored
   */
  FieldNames(Collection<String> names) {
    for (String name : names) {
      this.names.add(plain(name, 0, name.length()));
    }
  }

  /** Whether this part of the text is one of the names, or ends with a dot and one of the names. */
  boolean contain(CharSequence text, int from, int to) {
    if (names.isEmpty() || to - from > LONGEST) {
      return false;
    }
    int start = to;
    while (start > from && text.charAt(start - 1) != '.') {
      start--;
    }
    return names.contains(plain(text, start, to));
  }

  private static String plain(CharSequence name, int from, int to) {
    StringBuilder plain = new StringBuilder(to - from);
    for (int i = from; i < to; i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-') {
        plain.append(Character.toLowerCase(c));
      }
    }
    return plain.toString();
  }

  /**
   * The end of the value that starts at {@code from}, after the name and its sign, in the format of
   * maps, objects and JSON. The value may contain commas and spaces.
   */
  static int endOfValue(String text, int from) {
    if (from >= text.length()) {
      return from;
    }
    char first = text.charAt(from);
    if (first == '"' || first == '\'') {
      return endOfQuoted(text, from, first);
    }
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[' || c == '(') {
        depth++;
      } else if (c == '}' || c == ']' || c == ')') {
        depth--;
        if (depth < 0) {
          return i;
        }
      } else if (depth == 0 && (c == '&' || c == ';' || c == '\n' || isNextField(text, i))) {
        return i;
      }
    }
    return text.length();
  }

  private static int endOfQuoted(String text, int from, char quote) {
    for (int i = from + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == quote) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Whether another name and its sign follow this comma. */
  private static boolean isNextField(String text, int comma) {
    if (text.charAt(comma) != ',') {
      return false;
    }
    int i = comma + 1;
    while (i < text.length() && text.charAt(i) == ' ') {
      i++;
    }
    int name = i;
    while (i < text.length() && i - name < LONGEST && isNamePart(text.charAt(i))) {
      i++;
    }
    return i > name && i < text.length() && (text.charAt(i) == '=' || text.charAt(i) == ':');
  }

  private static boolean isNamePart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '.' || c == '"';
  }
}
