package io.cioagent.it.monitoring;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The metrics and labels that an expression names. It is no parser: every word outside of a string
 * that is none of PromQL's own must be a name that exists, so a word too many only makes a test
 * stricter.
 */
final class Names {

  private static final Pattern STRING = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"");

  /** The unit of a duration follows a digit, and so begins no word. */
  private static final Pattern WORD = Pattern.compile("(?<![\\w:])[a-zA-Z_:][\\w:]*");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)}}");

  private static final Set<String> PROMQL =
      Set.of(
          "and",
          "by",
          "count",
          "histogram_quantile",
          "increase",
          "max",
          "max_over_time",
          "offset",
          "on",
          "or",
          "rate",
          "sum",
          "topk",
          "vector");

  private Names() {}

  /** The labels that a legend such as {@code {{operation}} {{status}}} shows. */
  static Set<String> inLegend(String legend) {
    Set<String> names = new TreeSet<>();
    PLACEHOLDER.matcher(legend).results().forEach(result -> names.add(result.group(1)));
    return names;
  }

  static Set<String> in(String expression) {
    Set<String> names = new TreeSet<>();
    Matcher word = WORD.matcher(STRING.matcher(expression).replaceAll(" "));
    while (word.find()) {
      names.add(word.group());
    }
    names.removeAll(PROMQL);
    return names;
  }
}
