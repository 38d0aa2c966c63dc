package io.cioagent.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RatioTableTest {

  @Test
  void comparesWithTheApplicationAloneInTheSameRound() {
    RatioTable table =
        new RatioTable(
            List.of(
                new Sample("call", "ns", Contender.NONE, 1, 10),
                new Sample("call", "ns", Contender.OURS, 1, 20),
                new Sample("call", "ns", Contender.NONE, 2, 100),
                new Sample("call", "ns", Contender.OURS, 2, 120),
                new Sample("call", "ns", Contender.NONE, 3, 50),
                new Sample("call", "ns", Contender.OURS, 3, 60)));

    assertThat(table.toMarkdown().lines())
        .containsExactly(
            "| what | figure | none | ours |",
            "|---|---|---:|---:|",
            "| call | ns | 50.0 | 60.0 (+10.0, 1.20×) |");
  }

  @Test
  void showsWhatIsMissing() {
    RatioTable table =
        new RatioTable(
            List.of(
                new Sample("scrape", "ns", Contender.OURS, 1, 3),
                new Sample("call", "ns", Contender.NONE, 1, 0),
                new Sample("call", "ns", Contender.OURS, 1, 7)));

    assertThat(table.toMarkdown().lines().skip(2))
        .containsExactly("| scrape | ns | – | 3.00 |", "| call | ns | 0.00 | 7.00 (+7.00) |");
  }

  @Test
  void readsTheSamplesItWrites() {
    Sample sample = new Sample("bare `main`, JDK 8", "peak, MiB", Contender.OURS_NO_SPANS, 3, 1.5);

    assertThat(Sample.parse(sample.toLine())).isEqualTo(sample);
  }
}
