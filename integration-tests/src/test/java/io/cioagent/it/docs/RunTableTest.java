package io.cioagent.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {

  @TempDir private Path folder;

  private static RecordedRuns runs(Path folder) {
    RecordedRuns runs = new RecordedRuns();
    runs.addAll(folder);
    runs.addAll(folder.resolve("missing"));
    return runs;
  }

  private RecordedRuns rows(String... lines) throws IOException {
    Files.writeString(folder.resolve("1.tsv"), String.join("\n", lines) + "\n");
    return runs(folder);
  }

  private static String passed(String testPackage, String row, int jdk) {
    return line(testPackage, row, jdk, "passed");
  }

  private static String line(String testPackage, String row, int jdk, String result) {
    String test = "io.cioagent.it." + testPackage + ".SomeIT";
    return String.join("\t", String.valueOf(jdk), test, row, result, "some test");
  }

  @Test
  void oneRowForEachVersionInItsOrder() throws IOException {
    RecordedRuns runs =
        rows(
            passed("receiver", "[1] tomcat 10.1.2 on JDK 17", 17),
            passed("library", "[2] okhttp 10.0 on JDK 17", 17),
            passed("library", "okhttp 9.0 on JDK 17", 17),
            passed("library", "okhttp 10.0 on JDK 8", 8),
            passed("library", "okhttp 10.0 on JDK 8", 8),
            passed("library", "urlconnection on JDK 26", 26),
            passed("tracing", "OpenTelemetry API 1.0.0 with SDK, JDK 21", 21),
            passed("startup", "[1] JDK 25", 25),
            passed("startup", "", 17),
            passed("docs", "links 1.0 on JDK 17", 17));
    assertThat(RunTable.of(runs.passed()))
        .isEqualTo(
            """
            | | library | version | 8 | 11 | 17 | 21 | 25 | 26 |
            |---|---|---|---|---|---|---|---|---|
            | agent | the agent, without a library | – | – | – | x | – | x | – |
            | HTTP | okhttp | 9.0 | – | – | x | – | – | – |
            | HTTP | okhttp | 10.0 | x | – | x | – | – | – |
            | HTTP | urlconnection | – | – | – | – | – | – | x |
            | server | tomcat | 10.1.2 | – | – | x | – | – | – |
            | tracer | OpenTelemetry API | 1.0.0 with SDK | – | – | – | x | – | – |
            """);
    assertThat(runs.failures()).isEmpty();
  }

  @Test
  void failedTestIsNamedAndSkippedTestIsNoRow() throws IOException {
    RecordedRuns runs =
        rows(
            line("library", "okhttp 9.0 on JDK 8", 8, "failed"),
            line("library", "okhttp 9.0 on JDK 17", 17, "skipped"));
    assertThat(runs.failures())
        .containsExactly("io.cioagent.it.library.SomeIT: some test on JDK 8");
    assertThat(runs.passed()).isEmpty();
  }

  @Test
  void rowThatRanAndIsNotInTheTableIsMissing() throws IOException {
    RecordedRuns listed =
        rows(
            passed("library", "okhttp 9.0 on JDK 17", 17),
            passed("library", "okhttp 9.0 on JDK 8", 8));
    String table = RunTable.of(listed.passed());
    assertThat(RunTable.missing(table, listed.passed())).isEmpty();
    RecordedRuns ran =
        rows(
            passed("library", "okhttp 9.0 on JDK 17", 17),
            passed("library", "okhttp 9.0 on JDK 26", 26),
            passed("library", "okhttp 9.1 on JDK 8", 8));
    assertThat(RunTable.missing(table, ran.passed()))
        .containsExactly("okhttp 9.0 on JDK 26", "okhttp 9.1 on JDK 8");
    assertThat(RunTable.missing("", listed.passed())).hasSize(2);
  }
}
