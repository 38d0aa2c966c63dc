package io.cioagent.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class SpreadTest {

  @Test
  void oddNumberOfFiguresHasTheMiddleOneAsMedian() {
    assertThat(Spread.of(Arrays.asList(9.0, 1.0, 4.0))).hasToString("4 (1 to 9)");
  }

  @Test
  void evenNumberOfFiguresHasTheMeanOfTheTwoInTheMiddle() {
    assertThat(Spread.of(Arrays.asList(10.0, 1.0, 4.0, 6.0)).median()).isEqualTo(5.0);
  }

  @Test
  void oneFigureIsItsOwnMedian() {
    assertThat(Spread.of(Collections.singleton(-3.0))).hasToString("-3 (-3 to -3)");
  }

  @Test
  void noFiguresHaveNoMedian() {
    assertThatThrownBy(() -> Spread.of(Collections.emptyList()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
