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
 * -Dpages.write=true} the table is written there instead, from this run and from the {@code
 * failsafe-reports} and {@code tested-rows} of others in the folders of {@code -Dtest.reports},
 * separated by commas.
 */
class RunTableCheck {

  private static final Path PAGE = Build.repository("docs/observed.md");
  private static final String START = "<!-- runs: told by the tests, do not edit -->\n";
  private static final String END = "<!-- end -->\n";

  @Test
  void whatRanIsInTheTable() throws IOException {
    TestReports reports = reports();
    String page = Files.readString(PAGE);
    assertThat(page).contains(START, END);
    int start = page.indexOf(START) + START.length();
    int end = page.indexOf(END, start);
    assertThat(reports.failures()).as("cases that failed, so that no row is told").isEmpty();
    if (Boolean.getBoolean("pages.write")) {
      String table = RunTable.of(reports.passed());
      Files.writeString(PAGE, page.substring(0, start) + table + page.substring(end));
      return;
    }
    assertThat(RunTable.missing(page.substring(start, end), reports.passed()))
        .as("what ran, but docs/observed.md does not tell (see -Dpages.write in CONTRIBUTING.md)")
        .isEmpty();
  }

  private static TestReports reports() {
    TestReports reports = new TestReports();
    reports.addAll(Build.repository("integration-tests/target/failsafe-reports"));
    reports.addAll(Build.testedRows());
    Arrays.stream(System.getProperty("test.reports", "").split(",", -1))
        .filter(folder -> !folder.isBlank())
        .map(Build::repository)
        .forEach(reports::addAll);
    return reports;
  }
}
