package io.cioagent.testapp.show;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HistogramTest {

  private static final String TEXT =
      String.join(
          "\n",
          "lag_bucket{le=\"1.0\"} 0",
          "lag_bucket{le=\"5.0\"} 6",
          "lag_bucket{le=\"60.0\"} 7",
          "lag_bucket{le=\"300.0\"} 9",
          "lag_bucket{le=\"+Inf\"} 10",
          "lag_count 10",
          "lag_sum 1000",
          "size_bucket{kind=\"a\",le=\"10.0\"} 2",
          "size_bucket{kind=\"a\",le=\"+Inf\"} 2",
          "size_count{kind=\"a\"} 2",
          "size_sum{kind=\"a\"} 8",
          "size_count{kind=\"b\"} 0");

  private final Scrape scrape = new Scrape(TEXT);

  @Test
  void sharesAreShown() {
    assertThat(Histogram.of(scrape, "lag"))
        .singleElement()
        .satisfies(
            lag -> {
              assertThat(lag.count).isEqualTo(10);
              assertThat(lag.mean()).isEqualTo(100);
              assertThat(lag.within(0.5, "s")).isEqualTo("within 5 s");
              assertThat(lag.within(0.9, "s")).isEqualTo("within 300 s");
              assertThat(lag.within(0.95, "s")).isEqualTo("over the last bound");
              assertThat(lag.over(60)).isEqualTo(3);
              assertThat(lag.over(1)).isEqualTo(10);
            });
  }

  @Test
  void keepsLabelsApartAndLeavesOutWhatIsEmpty() {
    assertThat(Histogram.of(scrape, "size"))
        .singleElement()
        .satisfies(
            size -> {
              assertThat(size.label("kind")).isEqualTo("a");
              assertThat(size.over(10)).isZero();
            });
  }
}
