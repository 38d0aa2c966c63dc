package io.cioagent.it.routes;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/**
 * A line of the table.
 *
 * @param group an API and a variant of it
 */
record Row(String group, String method, String template, String operation) {

  /** Every line but the first, which names the columns. */
  static List<Row> all() {
    try {
      return Files.readAllLines(Build.routes()).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .map(columns -> new Row(columns[0], columns[1], columns[2], columns[3]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whose hosts serve it: {@code track}, {@code app} or {@code cdp}. */
  String hosts() {
    return group.equals("app_on_track_host") ? "track" : group.replaceAll("_.*", "");
  }

  /** As spans name it. */
  String api() {
    return group.startsWith("cdp") ? "pipelines" : group.replaceAll("_.*", "");
  }

  boolean hasIdentifier() {
    return template.contains("{");
  }

  /** The path with this in the place of every identifier. */
  String path(String identifier) {
    return template.replaceAll("\\{[^}]*}", java.util.regex.Matcher.quoteReplacement(identifier));
  }
}
