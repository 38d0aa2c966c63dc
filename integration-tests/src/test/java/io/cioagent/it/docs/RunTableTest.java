package io.cioagent.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunTableTest {

  @TempDir private Path folder;

  private static TestReports reports(Path folder) {
    TestReports reports = new TestReports();
    reports.addAll(folder);
    reports.addAll(folder.resolve("missing"));
    return reports;
  }

  private TestReports rows(String... lines) throws IOException {
    Files.writeString(folder.resolve("1.tsv"), String.join("\n", lines).replace(';', '\t') + "\n");
    return reports(folder);
  }

  @Test
  void oneRowForEachVersionInItsOrder() throws IOException {
    TestReports reports =
        rows(
            "receiver;tomcat 10.1.2;17",
            "library;okhttp 10.0;17",
            "library;okhttp 9.0;17",
            "library;okhttp 10.0;8",
            "library;okhttp 10.0;8",
            "library;urlconnection;26",
            "tracing;OpenTelemetry API 1.0.0 with SDK;21",
            "startup;;25",
            "docs;links 1.0;17");
    assertThat(RunTable.of(reports.passed()))
        .isEqualTo(
            """
            | | library | version | 8 | 11 | 17 | 21 | 25 | 26 |
            |---|---|---|---|---|---|---|---|---|
            | agent | the agent, without a library | – | – | – | – | – | x | – |
            | HTTP | okhttp | 9.0 | – | – | x | – | – | – |
            | HTTP | okhttp | 10.0 | x | – | x | – | – | – |
            | HTTP | urlconnection | – | – | – | – | – | – | x |
            | server | tomcat | 10.1.2 | – | – | x | – | – | – |
            | tracer | OpenTelemetry API | 1.0.0 with SDK | – | – | – | x | – | – |
            """);
    assertThat(reports.failures()).isEmpty();
  }

  @Test
  void whatFailedIsNamed() throws IOException {
    String passed = "<testcase classname='io.cioagent.it.library.OkHttpLibraryIT' name='reset[1]'";
    Files.writeString(
        folder.resolve("TEST-some.xml"),
        "<testsuite><properties/>"
            + (passed + "/>")
            + (passed + "><failure/></testcase>")
            + (passed + "><error/></testcase>")
            + (passed + "><skipped/></testcase>")
            + "</testsuite>");
    assertThat(reports(folder).failures())
        .containsExactly(
            "io.cioagent.it.library.OkHttpLibraryIT: reset[1]",
            "io.cioagent.it.library.OkHttpLibraryIT: reset[1]");
  }

  @Test
  void whatRanAndIsNotToldIsMissing() throws IOException {
    TestReports told = rows("library;okhttp 9.0;17", "library;okhttp 9.0;8");
    String table = RunTable.of(told.passed());
    assertThat(RunTable.missing(table, told.passed())).isEmpty();
    TestReports ran =
        rows("library;okhttp 9.0;17", "library;okhttp 9.0;26", "library;okhttp 9.1;8");
    assertThat(RunTable.missing(table, ran.passed()))
        .containsExactly("okhttp 9.0 on JDK 26", "okhttp 9.1 on JDK 8");
    assertThat(RunTable.missing("", told.passed())).hasSize(2);
  }

  @Test
  void theNameOfAClassOrCaseTellsRowAndJdk() {
    Class<?> test = RunTableTest.class;
    assertThat(TestedRowWatcher.line(test, "[2] okhttp 4.12.0 on JDK 8"))
        .isEqualTo("docs\tokhttp 4.12.0\t8");
    assertThat(TestedRowWatcher.line(test, "OpenTelemetry API 1.0.0 with SDK, JDK 21"))
        .isEqualTo("docs\tOpenTelemetry API 1.0.0 with SDK\t21");
    assertThat(TestedRowWatcher.line(test, "JDK 25")).isEqualTo("docs\t\t25");
    assertThat(TestedRowWatcher.line(test, "[1] \"on JDK\", 8")).isNull();
  }
}
