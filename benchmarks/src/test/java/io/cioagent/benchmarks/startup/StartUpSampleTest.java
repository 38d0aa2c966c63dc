package io.cioagent.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class StartUpSampleTest {

  @Test
  void survivesTheWayThroughTheResultsFile() {
    StartUpSample sample = new StartUpSample("ours", 3, 141.125, 420, 61.25, true);

    assertThat(StartUpSample.parse(sample.toLine())).usingRecursiveComparison().isEqualTo(sample);
  }

  @Test
  void isWrittenAlikeInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(new StartUpSample("none", 1, 40.5, 60, 38.25, false).toLine())
          .isEqualTo("none\t1\t40.500\t60\t38.25\tfalse");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void refusesALineThatWasCutOff() {
    assertThatThrownBy(() -> StartUpSample.parse("none\t1\t40.500"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("none\t1\t40.500");
  }
}
