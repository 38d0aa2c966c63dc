package io.cioagent.benchmarks.percall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PerCallTableTest {

  @Test
  void comparesEachCallWithItsBareSelf() {
    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    costs.put(PerCallTable.BARE, calls("identify", new Cost(1.04, 0.1, 0.001)));
    costs.put("spans on", calls("identify", new Cost(951.2, 20, 640)));

    assertThat(new PerCallTable(costs).toMarkdown())
        .contains("| identify | none | 1.0 ± 0.1 | - | 0 | - |")
        .contains("| identify | spans on | 951.2 ± 20.0 | 950.2 | 640 | 640 |");
  }

  @Test
  void aDifferenceOfNothingHasNoSign() {
    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    costs.put(PerCallTable.BARE, calls("open", new Cost(10.01, 0.1, 128.2)));
    costs.put("spans off", calls("open", new Cost(10, 0.1, 128)));

    assertThat(new PerCallTable(costs).toMarkdown())
        .contains("| open | spans off | 10.0 ± 0.1 | 0.0 | 128 | 0 |");
  }

  @Test
  void leavesOutACallThatWasNotMeasuredUnderAnAgent() {
    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    costs.put(PerCallTable.BARE, calls("open", new Cost(10, 0.1, 128)));
    costs.put("spans off", Collections.emptyMap());

    assertThat(new PerCallTable(costs).toMarkdown()).doesNotContain("spans off");
  }

  @Test
  void tooFewIterationsHaveNoMargin() {
    Map<String, Map<String, Cost>> costs = new LinkedHashMap<>();
    costs.put(PerCallTable.BARE, calls("open", new Cost(10, Double.NaN, 128)));

    assertThat(new PerCallTable(costs).toMarkdown()).contains("| open | none | 10.0 | - | 128 |");
  }

  private static Map<String, Cost> calls(String call, Cost cost) {
    return Collections.singletonMap(call, cost);
  }
}
