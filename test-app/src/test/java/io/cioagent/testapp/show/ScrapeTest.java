package io.cioagent.testapp.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ScrapeTest {

  private static final String TEXT =
      String.join(
          "\n",
          "# HELP customerio_api_requests_total Operations.",
          "# TYPE customerio_api_requests_total counter",
          "customerio_api_requests_total{operation=\"identify\",status=\"success\"} 4.0",
          "customerio_api_requests_total{operation=\"track\",status=\"error\"} 0.0",
          "customerio_api_requests_total{operation=\"track\",status=\"success\"} 3.0",
          "customerio_api_errors_total{operation=\"track\",error_type=\"timeout\"} 2.0",
          "customerio_api_latency_ms_bucket{operation=\"track\",status=\"success\",le=\"10.0\"} 1",
          "customerio_api_latency_ms_bucket{operation=\"track\",status=\"success\",le=\"25.0\"} 2",
          "customerio_api_latency_ms_bucket{operation=\"track\",status=\"success\",le=\"+Inf\"} 3",
          "customerio_api_latency_ms_sum{operation=\"track\",status=\"success\"} 90",
          "customerio_api_latency_ms_count{operation=\"track\",status=\"success\"} 3",
          "http_client_request_duration_seconds_count{url_template=\"/a/{b}\","
              + "http_response_status_code=\"200\"} 7",
          "http_client_request_duration_seconds_count{url_template=\"/a/{b}\","
              + "error_type=\"dns\"} 1",
          "process_value 1.5e3 1789000000");

  private final Scrape scrape = new Scrape(TEXT);

  @Test
  void sumsOverTheLabelsThatAreGiven() {
    assertThat(scrape.sum(Scrape.REQUESTS)).isEqualTo(7);
    assertThat(scrape.sum(Scrape.REQUESTS, "operation", "track")).isEqualTo(3);
    assertThat(scrape.sum(Scrape.REQUESTS, "operation", "track", "status", "error")).isZero();
    assertThat(scrape.sum("process_value")).isEqualTo(1500);
  }

  @Test
  void leavesZerosOut() {
    assertThat(scrape.of(Scrape.REQUESTS)).hasSize(2);
  }

  @Test
  void attemptsAreNamedByStatusOrErrorType() {
    assertThat(scrape.attemptsByResult()).containsEntry("200", 7L).containsEntry("dns", 1L);
    assertThat(scrape.errorsByType()).containsEntry("timeout", 2L);
  }

  @Test
  void histogramBoundsAreRead() {
    assertThat(scrape.latencies())
        .singleElement()
        .asString()
        .contains("3 calls", "mean   30 ms", "half of them within 25 ms", "95% over the last");
  }

  @Test
  void invalidSampleIsRejected() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Scrape("<html>"));
  }
}
