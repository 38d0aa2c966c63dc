package io.cioagent.core.config;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain and quoted one-line values in the first document of a YAML text, by the dotted path of
 * their keys. This is no YAML parser: lists, flow collections, anchors and text blocks are skipped.
 * It finds nothing rather than a wrong value.
 */
final class YamlValues {
  private static final String NOT_PLAIN = "|>&*!{[%`";

  private final Map<String, String> values = new HashMap<>();

  /** The keys that enclose the current line, the innermost first. */
  private final Deque<Key> enclosing = new ArrayDeque<>();

  private YamlValues() {}

  static Map<String, String> parse(String text) {
    YamlValues result = new YamlValues();
    boolean isEmpty = true;
    for (String line : text.split("\r\n|\r|\n")) {
      if (line.startsWith("---") && !isEmpty) {
        break;
      }
      String content = line.trim();
      if (!content.isEmpty() && content.charAt(0) != '#' && !line.startsWith("---")) {
        isEmpty = false;
        result.add(line, content);
      }
    }
    return result.values;
  }

  private void add(String line, String content) {
    if (content.charAt(0) == '-') {
      return;
    }
    int colon = colon(content);
    int indent = line.indexOf(content.charAt(0));
    Key parent = enclosing.peek();
    if (colon <= 0) {
      if (parent != null && indent > parent.indent) {
        // The value continues on this line.
        values.remove(parent.path);
      }
      return;
    }
    while (parent != null && parent.indent >= indent) {
      enclosing.pop();
      parent = enclosing.peek();
    }
    String key = content.substring(0, colon).trim();
    String path = parent == null ? key : parent.path + "." + key;
    enclosing.push(new Key(indent, path));
    String value = value(content.substring(colon + 1).trim());
    if (value != null) {
      values.put(path, value);
    }
  }

  /** The index of the colon that ends the key: at the end of the line, or before a space. */
  private static int colon(String content) {
    for (int i = content.indexOf(':'); i >= 0; i = content.indexOf(':', i + 1)) {
      if (i + 1 == content.length() || Character.isWhitespace(content.charAt(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  /** Null if the line has no value of its own. */
  private static @Nullable String value(String text) {
    if (text.isEmpty() || text.charAt(0) == '#' || NOT_PLAIN.indexOf(text.charAt(0)) >= 0) {
      return null;
    }
    char quote = text.charAt(0);
    if (quote == '"' || quote == '\'') {
      int end = text.indexOf(quote, 1);
      String quoted = end < 0 ? "" : text.substring(1, end);
      boolean hasEscape = quote == '"' ? quoted.indexOf('\\') >= 0 : text.startsWith("'", end + 1);
      return quoted.isEmpty() || hasEscape ? null : quoted;
    }
    int comment = text.indexOf(" #");
    String plain = comment < 0 ? text : text.substring(0, comment).trim();
    return plain.equals("~") || plain.equals("null") ? null : plain;
  }

  private static final class Key {
    final int indent;
    final String path;

    Key(int indent, String path) {
      this.indent = indent;
      this.path = path;
    }
  }
}
