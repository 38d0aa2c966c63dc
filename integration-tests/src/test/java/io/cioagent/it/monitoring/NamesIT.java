package io.cioagent.it.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** No name may get lost: what is not found is not checked. */
class NamesIT {

  @Test
  void findsMetricsAndLabelsOutsideOfStrings() {
    assertThat(
            Names.in(
                "topk(3, sum by (le, a_label) (rate(a_metric_bucket{b=~\"x|count\", c!=\"\\\"d\"}[5m]"
                    + " offset 1d))) > 14.4 * 0.001 and on (e) job:recorded:rate5m"))
        .containsExactlyInAnyOrder(
            "le", "a_label", "a_metric_bucket", "b", "c", "e", "job:recorded:rate5m");
  }

  @Test
  void findsLabelsInALegend() {
    assertThat(Names.inLegend("{{operation}} {{status}} p99"))
        .containsExactlyInAnyOrder("operation", "status");
  }

  @Test
  void onlyDurationsAreShortened() {
    assertThat(Rules.hurried("rate(job:x:rate5m[5m] offset 1d) > 300 or y{le=\"5000\"}[2h]"))
        .isEqualTo("rate(job:x:rate5m[5s] offset 1440s) > 300 or y{le=\"5000\"}[120s]");
  }
}
