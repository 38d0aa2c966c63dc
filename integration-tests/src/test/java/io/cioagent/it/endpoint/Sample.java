package io.cioagent.it.endpoint;

import java.util.Map;
import java.util.TreeMap;

/**
 * One series of a scrape at one moment.
 *
 * @param name with its suffix, such as {@code _total} or {@code _bucket}
 * @param labels by name
 * @param value what was counted
 * @param exemplar the exemplar's labels; empty where it has none
 */
public record Sample(
    String name, Map<String, String> labels, double value, Map<String, String> exemplar) {

  /** Name and labels: what makes a series this one. */
  public String series() {
    return name + labels;
  }

  public String label(String name) {
    return labels.getOrDefault(name, "");
  }

  static Sample parse(String line) {
    Cursor cursor = new Cursor(line);
    String name = cursor.until('{', ' ');
    Map<String, String> labels = cursor.labels();
    cursor.skip(' ');
    double value = number(cursor.until(' '));
    int exemplar = line.indexOf(" # {", cursor.position);
    Map<String, String> exemplarLabels = Map.of();
    if (exemplar >= 0) {
      cursor.position = exemplar + 3;
      exemplarLabels = cursor.labels();
    }
    return new Sample(name, labels, value, exemplarLabels);
  }

  private static double number(String text) {
    return switch (text) {
      case "+Inf" -> Double.POSITIVE_INFINITY;
      case "-Inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** Reads a line from left to right; label values may hold any character, escaped or not. */
  private static final class Cursor {
    private final String line;
    private int position;

    Cursor(String line) {
      this.line = line;
    }

    String until(char... ends) {
      int start = position;
      while (position < line.length() && new String(ends).indexOf(line.charAt(position)) < 0) {
        position++;
      }
      return line.substring(start, position);
    }

    void skip(char expected) {
      if (position < line.length() && line.charAt(position) == expected) {
        position++;
      }
    }

    Map<String, String> labels() {
      Map<String, String> labels = new TreeMap<>();
      if (position >= line.length() || line.charAt(position) != '{') {
        return labels;
      }
      skip('{');
      while (line.charAt(position) != '}') {
        String name = until('=');
        position += 2; // the sign and the quote
        labels.put(name, quoted());
        skip(',');
      }
      skip('}');
      return labels;
    }

    private String quoted() {
      StringBuilder value = new StringBuilder();
      while (line.charAt(position) != '"') {
        if (line.charAt(position) == '\\') {
          position++;
          value.append(line.charAt(position) == 'n' ? '\n' : line.charAt(position));
        } else {
          value.append(line.charAt(position));
        }
        position++;
      }
      position++;
      return value.toString();
    }
  }
}
