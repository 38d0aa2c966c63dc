package io.cioagent.it.docs;

import io.cioagent.it.harness.RunRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The rows that passed and the tests that failed, as {@link RunRecord} records them. */
final class RecordedRuns {

  /** How a class or test is displayed that runs for a row of a table, or for each JDK alone. */
  private static final Pattern ROW =
      Pattern.compile("^(?:\\[\\d+] ?)?(?:(.+?)(?: on |, ))?JDK \\d+$");

  /** JDKs by the row that ran on them, each in its order. */
  private final Map<TestedRow, Set<Integer>> passed = new TreeMap<>();

  private final List<String> failures = new ArrayList<>();

  /** Adds the records of a folder; a folder that is missing is empty. */
  void addAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        Files.readAllLines(file).forEach(this::add);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Map<TestedRow, Set<Integer>> passed() {
    return passed;
  }

  List<String> failures() {
    return failures;
  }

  private void add(String line) {
    String[] columns = line.split("\t", -1);
    String jdk = columns[0];
    String test = columns[1];
    if (columns[3].equals("failed")) {
      failures.add(test + ": " + columns[4] + " on JDK " + jdk);
    } else if (columns[3].equals("passed")) {
      Matcher row = ROW.matcher(columns[2]);
      String name = row.matches() && row.group(1) != null ? row.group(1) : "";
      TestedRow tested = TestedRow.of(lastPackage(test), name);
      if (tested != null) {
        passed.computeIfAbsent(tested, first -> new TreeSet<>()).add(Integer.parseInt(jdk));
      }
    }
  }

  private static String lastPackage(String className) {
    String[] parts = className.split("\\.", -1);
    return parts[parts.length - 2];
  }
}
