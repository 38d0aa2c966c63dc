package io.cioagent.it.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What ran: the failures in failsafe's reports, and the rows that {@link TestedRowWatcher} notes.
 */
final class TestReports {

  /** JDKs by the row that ran on them, each in its order. */
  private final TreeMap<TestedRow, Set<Integer>> passed = new TreeMap<>();

  private final List<String> failures = new ArrayList<>();

  /** Adds the files of a folder; one that is missing is empty. */
  void addAll(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".tsv")) {
          Files.readAllLines(file).forEach(this::addRow);
        } else if (name.matches("TEST-.*\\.xml")) {
          addFailures(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TreeMap<TestedRow, Set<Integer>> passed() {
    return passed;
  }

  List<String> failures() {
    return failures;
  }

  private void addRow(String line) {
    String[] words = line.split("\t", -1);
    TestedRow row = TestedRow.of(words[0], words[1]);
    if (row != null) {
      passed.computeIfAbsent(row, first -> new TreeSet<>()).add(Integer.parseInt(words[2]));
    }
  }

  private void addFailures(Path file) throws IOException {
    NodeList cases;
    try {
      cases =
          DocumentBuilderFactory.newInstance()
              .newDocumentBuilder()
              .parse(file.toFile())
              .getElementsByTagName("testcase");
    } catch (ParserConfigurationException | SAXException e) {
      throw new IllegalStateException(file + " cannot be read", e);
    }
    for (int i = 0; i < cases.getLength(); i++) {
      Element testCase = (Element) cases.item(i);
      if (has(testCase, "failure") || has(testCase, "error")) {
        failures.add(testCase.getAttribute("classname") + ": " + testCase.getAttribute("name"));
      }
    }
  }

  private static boolean has(Element testCase, String child) {
    return testCase.getElementsByTagName(child).getLength() > 0;
  }
}
