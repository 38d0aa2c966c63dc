package io.cioagent.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A section of the report, in the order of the report. */
enum Part {
  START_UP("start-up", "Start-up"),
  PER_CALL("per-call", "Per call"),
  WEBHOOKS("webhooks", "Webhooks at full speed and at a steady rate"),
  SERVICE("service", "A Spring Boot service under load");

  private final String file;
  private final String title;

  Part(String file, String title) {
    this.file = file;
    this.title = title;
  }

  /** The section, from the samples of the part's last run. */
  String toMarkdown(Path results) throws IOException {
    List<String> text = new ArrayList<>();
    text.add("### " + title);
    text.add("");
    Path tsv = results.resolve(file + ".tsv");
    if (!Files.exists(tsv)) {
      text.add("Not measured.");
      return String.join("\n", text);
    }
    SampleFile samples = SampleFile.existing(tsv);
    List<Sample> measured = samples.samples();
    if (!measured.isEmpty()) {
      text.add(new RatioTable(measured).toMarkdown());
      text.add("");
    }
    samples.notes().forEach(note -> text.add("- " + note));
    return String.join("\n", text);
  }
}
