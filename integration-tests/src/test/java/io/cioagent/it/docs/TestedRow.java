package io.cioagent.it.docs;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One version of one library that tests run for.
 *
 * @param group what the library is to the agent, as the table calls it
 * @param library as the table of the tests calls it
 * @param version as published; empty for what the JDK brings
 */
record TestedRow(String group, String library, String version) implements Comparable<TestedRow> {

  /** By the package of the tests. Classes that run on each JDK without a library are a row, too. */
  private static final Map<String, String> GROUPS =
      new TreeMap<>(
          Map.of(
              "library", "HTTP",
              "receiver", "server",
              "results", "result",
              "handover", "scheduler",
              "brave", "tracer",
              "tracing", "tracer",
              "mdc", "logging"));

  private static final List<String> ORDER =
      List.of("agent", "HTTP", "server", "result", "scheduler", "tracer", "logging");

  static final TestedRow AGENT = new TestedRow("agent", "the agent, without a library", "");

  private static final Comparator<TestedRow> COMPARATOR =
      Comparator.<TestedRow>comparingInt(row -> ORDER.indexOf(row.group))
          .thenComparing(TestedRow::library)
          .thenComparing(TestedRow::version, TestedRow::compareVersions)
          .thenComparing(TestedRow::version);

  /**
   * The row of the table that a test's row belongs to.
   *
   * @param testPackage the last part of its name
   * @param row its display name, empty for a class that runs on each JDK only
   * @return null for what is no library
   */
  static TestedRow of(String testPackage, String row) {
    if (row.isEmpty()) {
      return AGENT;
    }
    String group = GROUPS.get(testPackage);
    if (group == null) {
      return null;
    }
    // The version is the last word that begins with a digit, and what follows it.
    String[] words = row.split(" ", -1);
    int version = words.length;
    for (int i = words.length - 1; i > 0 && version == words.length; i--) {
      version = words[i].matches("\\d.*") ? i : version;
    }
    return new TestedRow(group, join(words, 0, version), join(words, version, words.length));
  }

  private static String join(String[] words, int from, int to) {
    return String.join(" ", List.of(words).subList(from, to));
  }

  @Override
  public int compareTo(TestedRow other) {
    return COMPARATOR.compare(this, other);
  }

  /** Number by number, as 9 comes before 10. */
  private static int compareVersions(String one, String other) {
    String[] ones = one.split("[^0-9]+", -1);
    String[] others = other.split("[^0-9]+", -1);
    for (int i = 0; i < Math.min(ones.length, others.length); i++) {
      int compared = Long.compare(number(ones[i]), number(others[i]));
      if (compared != 0) {
        return compared;
      }
    }
    return Integer.compare(ones.length, others.length);
  }

  private static long number(String digits) {
    return digits.isEmpty() ? 0 : Long.parseLong(digits);
  }
}
