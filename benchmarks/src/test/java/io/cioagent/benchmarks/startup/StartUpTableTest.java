package io.cioagent.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTableTest {

  @Test
  void differencesAreTakenWithinARound() {
    // The second round was slow for all; the medians of the totals alone would say 60, not 50.
    StartUpTable table =
        new StartUpTable(
            Arrays.asList(
                sample("none", 1, 100, 80, 40),
                sample("ours", 1, 150, 300, 60),
                sample("none", 2, 500, 90, 41),
                sample("ours", 2, 560, 310, 62),
                sample("none", 3, 110, 85, 40),
                sample("ours", 3, 140, 305, 61)));

    assertThat(table.toMarkdown())
        .contains("| none | 110 (100 to 500) | - | 85 (80 to 90) | - | 40 (40 to 41) | - |")
        .contains(
            "| ours | 150 (140 to 560) | 50 (30 to 60) | 305 (300 to 310) | 220 (220 to 220)"
                + " | 61 (60 to 62) | 21 (20 to 21) |")
        .contains("of 3 rounds");
  }

  @Test
  void agentsKeepTheOrderInWhichTheyWereMeasured() {
    StartUpTable table =
        new StartUpTable(
            Arrays.asList(
                sample("none", 1, 40, 60, 40),
                sample("zebra", 1, 50, 70, 40),
                sample("ant", 1, 50, 70, 40)));

    assertThat(table.toMarkdown()).containsSubsequence("| none", "| zebra", "| ant");
  }

  @Test
  void oursWithinAllBoundsPasses() {
    StartUpTable table = noneAndOurs(sample("ours", 1, 140, 1200, 80));

    assertThat(table.withinBounds()).isTrue();
    assertThat(table.toMarkdown())
        .contains(
            "- PASS: 100.0 ms added before `main` (at most 100)",
            "- PASS: 1200.0 ms of processor time in all (at most 1200)",
            "- PASS: 40.0 MiB more peak memory than none (at most 40)");
  }

  @Test
  void eachBoundFailsByItself() {
    StartUpTable lateMain = noneAndOurs(sample("ours", 1, 141, 300, 60));
    StartUpTable busy = noneAndOurs(sample("ours", 1, 60, 1210, 60));
    StartUpTable fat = noneAndOurs(sample("ours", 1, 60, 300, 81));

    assertThat(lateMain.withinBounds()).isFalse();
    assertThat(lateMain.toMarkdown()).containsOnlyOnce("FAIL").contains("- FAIL: 101.0 ms added");
    assertThat(busy.withinBounds()).isFalse();
    assertThat(busy.toMarkdown()).containsOnlyOnce("FAIL").contains("- FAIL: 1210.0 ms of proc");
    assertThat(fat.withinBounds()).isFalse();
    assertThat(fat.toMarkdown()).containsOnlyOnce("FAIL").contains("- FAIL: 41.0 MiB more peak");
  }

  @Test
  void othersHaveNoBounds() {
    StartUpTable table =
        new StartUpTable(
            Arrays.asList(
                sample("none", 1, 40, 60, 40), sample("opentelemetry", 1, 4000, 9000, 300)));

    assertThat(table.withinBounds()).isTrue();
    assertThat(table.toMarkdown()).doesNotContain("PASS").doesNotContain("FAIL");
  }

  @Test
  void saysWhenAnAgentNeverCameToRest() {
    StartUpTable table = noneAndOurs(new StartUpSample("ours", 1, 60, 300, 60, false));

    assertThat(table.toMarkdown()).contains("`ours` was still at work when the wait ended, 1 time");
  }

  @Test
  void nothingToCompareWithIsAnError() {
    List<StartUpSample> samples = Collections.singletonList(sample("ours", 1, 60, 300, 60));

    assertThatThrownBy(() -> new StartUpTable(samples))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void readsTheResultsFile(@TempDir Path directory) throws Exception {
    Path results = directory.resolve("start-up.tsv");
    List<String> lines = new ArrayList<>();
    lines.add(sample("none", 1, 40, 60, 40).toLine());
    lines.add(sample("ours", 1, 60, 300, 60).toLine());
    Files.write(results, lines);

    assertThat(StartUpTable.read(results).toMarkdown()).contains("| ours | 60 (60 to 60) | 20 ");
  }

  private static StartUpTable noneAndOurs(StartUpSample ours) {
    return new StartUpTable(Arrays.asList(sample("none", 1, 40, 60, 40), ours));
  }

  private static StartUpSample sample(
      String agent, int round, double beforeMain, double processor, double peakMemory) {
    return new StartUpSample(agent, round, beforeMain, processor, peakMemory, true);
  }
}
