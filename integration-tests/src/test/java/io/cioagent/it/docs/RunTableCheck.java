package io.cioagent.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Runs after the integration tests: what passed stands in {@code docs/observed.md}. With {@code
 * -Dpages.write=true} the table is written there instead, from this run and from the records of
 * others in the folders of {@code -Druns}, separated by commas.
 */
class RunTableCheck {

  private static final Path PAGE = Build.repository("docs/observed.md");
  private static final String START = "<!-- runs: generated; do not edit -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void executedRowsAreInTheTable() throws IOException {
    RecordedRuns runs = runs();
    String page = Files.readString(PAGE);
    assertThat(page).contains(START, END);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    assertThat(runs.failures()).as("tests that failed").isEmpty();
    if (Boolean.getBoolean("pages.write")) {
      String table = RunTable.of(runs.passed());
      Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
      return;
    }
    assertThat(RunTable.missing(page.substring(start, end), runs.passed()))
        .as("what ran, but docs/observed.md does not say (see -Dpages.write in CONTRIBUTING.md)")
        .isEmpty();
  }

  private static RecordedRuns runs() {
    RecordedRuns runs = new RecordedRuns();
    runs.addAll(Build.runs());
    Arrays.stream(System.getProperty("runs", "").split(",", -1))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .forEach(runs::addAll);
    return runs;
  }
}
