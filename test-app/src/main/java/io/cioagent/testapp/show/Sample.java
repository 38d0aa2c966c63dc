package io.cioagent.testapp.show;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of a scrape: a name, its labels and a number. */
final class Sample {

  private static final Pattern LINE =
      Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+)(?: -?\\d+)?");
  private static final Pattern LABEL =
      Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

  final String line;
  final String name;
  final Map<String, String> labels;
  final double value;

  private Sample(String line, String name, Map<String, String> labels, double value) {
    this.line = line;
    this.name = name;
    this.labels = labels;
    this.value = value;
  }

  /** Reads a line of the Prometheus text format that is neither empty nor a comment. */
  static Sample parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("not a line of a scrape: " + line);
    }
    Map<String, String> labels = new LinkedHashMap<>();
    if (matcher.group(2) != null) {
      Matcher label = LABEL.matcher(matcher.group(2));
      while (label.find()) {
        labels.put(label.group(1), label.group(2));
      }
    }
    return new Sample(
        line, matcher.group(1), Collections.unmodifiableMap(labels), number(matcher.group(3)));
  }

  String label(String key) {
    return labels.getOrDefault(key, "");
  }

  static double number(String text) {
    switch (text) {
      case "+Inf":
        return Double.POSITIVE_INFINITY;
      case "-Inf":
        return Double.NEGATIVE_INFINITY;
      default:
        return Double.parseDouble(text);
    }
  }
}
