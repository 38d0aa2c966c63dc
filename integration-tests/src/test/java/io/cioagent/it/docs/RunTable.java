package io.cioagent.it.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The table of what was run where, in Markdown. */
final class RunTable {

  private static final List<Integer> JDKS = List.of(8, 11, 17, 21, 25, 26);
  private static final String RAN = "x";
  private static final String NOT_RUN = "–";

  private RunTable() {}

  static String of(Map<TestedRow, Set<Integer>> passed) {
    StringBuilder table = new StringBuilder("| | library | version |");
    JDKS.forEach(jdk -> table.append(' ').append(jdk).append(" |"));
    table.append("\n|---|---|---|").append("---|".repeat(JDKS.size())).append('\n');
    new TreeMap<>(passed)
        .forEach(
            (row, jdks) -> {
              table.append(start(row));
              JDKS.forEach(
                  jdk -> table.append(' ').append(jdks.contains(jdk) ? RAN : NOT_RUN).append(" |"));
              table.append('\n');
            });
    return table.toString();
  }

  /** What ran and passed, but is not in a table, in words. */
  static Set<String> missing(String table, Map<TestedRow, Set<Integer>> passed) {
    Set<String> missing = new TreeSet<>();
    passed.forEach(
        (row, jdks) -> {
          String line =
              table.lines().filter(each -> each.startsWith(start(row))).findFirst().orElse("");
          String[] cells =
              line.substring(Math.min(line.length(), start(row).length())).split("\\|");
          for (int i = 0; i < JDKS.size(); i++) {
            boolean listed = i < cells.length && cells[i].trim().equals(RAN);
            if (jdks.contains(JDKS.get(i)) && !listed) {
              missing.add((row.library() + " " + row.version()).trim() + " on JDK " + JDKS.get(i));
            }
          }
        });
    return missing;
  }

  private static String start(TestedRow row) {
    return "| " + row.group() + " | " + row.library() + " | " + version(row) + " |";
  }

  private static String version(TestedRow row) {
    return row.version().isEmpty() ? NOT_RUN : row.version();
  }
}
