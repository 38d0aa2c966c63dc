package io.cioagent.testapp.show;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The numbers in the report of the test app: the results of the shop and of the stand-in. */
final class Report {

  private final Properties numbers = new Properties();

  Report(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      numbers.load(in);
    }
  }

  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    for (String key : numbers.stringPropertyNames()) {
      if (key.startsWith("reported.")) {
        operations.add(key.split("\\.", -1)[1]);
      }
    }
    return operations;
  }

  long reported(String operation, String outcome) {
    return Long.parseLong(numbers.getProperty("reported." + operation + "." + outcome, "0"));
  }

  /** Requests by the stand-in's answer, all operations together. */
  Map<String, Long> answers() {
    Map<String, Long> answers = new TreeMap<>();
    for (String key : numbers.stringPropertyNames()) {
      if (key.startsWith("answered.")) {
        answers.merge(key.split("\\.", -1)[2], Long.parseLong(numbers.getProperty(key)), Long::sum);
      }
    }
    return answers;
  }

  /** All numbers whose key begins so, by what follows in the key. */
  Map<String, Long> numbers(String prefix) {
    Map<String, Long> found = new TreeMap<>();
    for (String key : numbers.stringPropertyNames()) {
      if (key.startsWith(prefix)) {
        found.put(key.substring(prefix.length()), number(key));
      }
    }
    return found;
  }

  /** 0 where the key is missing. */
  long number(String key) {
    return Long.parseLong(numbers.getProperty(key, "0"));
  }
}
