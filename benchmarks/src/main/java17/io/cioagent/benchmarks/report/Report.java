package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Puts together what the parts measured. */
public final class Report {

  private static final String START = "<!-- report start -->";
  private static final String END = "<!-- report end -->";

  @Option(names = "--results", required = true)
  private Path results;

  /** The page whose report is replaced. */
  @Option(names = "--update")
  private Path page;

  private Report() {}

  public static void main(String[] args) throws IOException {
    Report report = new Report();
    CommandLine.populateCommand(report, args);
    String markdown = report.toMarkdown();
    Files.writeString(report.results.resolve("report.md"), markdown);
    if (report.page != null) {
      Files.writeString(
          report.page, replaceBlock(Files.readString(report.page), markdown, report.page));
    }
  }

  private String toMarkdown() throws IOException {
    List<String> contenders = new ArrayList<>();
    for (Contender contender : Contender.values()) {
      contenders.add(contender.describe());
    }
    List<String> text = new ArrayList<>();
    text.add("Machine: " + Machine.describe() + ".");
    text.add("");
    text.add("Contenders: " + String.join(", ", contenders) + ".");
    for (Part part : Part.values()) {
      text.add("");
      text.add(part.toMarkdown(results));
    }
    return String.join("\n", text) + "\n";
  }

  /** The page with another report between the two markers. */
  static String replaceBlock(String page, String report, Path file) {
    int start = page.indexOf(START);
    int end = page.indexOf(END);
    if (start < 0 || end < start) {
      throw new IllegalStateException(
          file + " does not have the lines '" + START + "' and '" + END + "'");
    }
    return page.substring(0, start + START.length()) + "\n" + report + page.substring(end);
  }
}
