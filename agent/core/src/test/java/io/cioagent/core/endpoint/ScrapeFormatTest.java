package io.cioagent.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScrapeFormatTest {
  private static final String OPEN_METRICS = "application/openmetrics-text";
  private static final String TEXT = "text/plain";
  private static final String PROTOBUF =
      "application/vnd.google.protobuf;proto=io.prometheus.client.MetricFamily;encoding=delimited";

  private static void assertText(String accept) {
    ScrapeFormat format = ScrapeFormat.preferredBy(accept);
    assertThat(format.accept()).isEqualTo(TEXT);
    assertThat(format.contentType()).isNull();
  }

  @Test
  void missingHeaderMeansText() {
    assertText(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ",;,=;q",
        "*/*",
        "text/*",
        "text/plain",
        "TEXT/Plain",
        "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
        PROTOBUF,
        PROTOBUF + ";q=0.6,*/*;q=0.2",
        "application/json",
        "application/openmetrics-text;q=0",
        "application/openmetrics-text;version=1.0.0;q=0.4,text/plain;version=0.0.4;q=0.6",
      })
  void text(String accept) {
    assertText(accept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/openmetrics-text",
        "application/openmetrics-text; version=1.0.0; charset=utf-8",
        "application/openmetrics-text;version=0.0.1",
        "Application/OpenMetrics-Text;q=nonsense",
        "text/plain,application/openmetrics-text",
        "*/*,application/openmetrics-text",
        // Prometheus 2.42, then with native histograms.
        "application/openmetrics-text;version=1.0.0,application/openmetrics-text;version=0.0.1;q=0.75,"
            + "text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
        PROTOBUF
            + ",application/openmetrics-text;version=1.0.0;q=0.8,"
            + "application/openmetrics-text;version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
      })
  void openMetrics(String accept) {
    ScrapeFormat format = ScrapeFormat.preferredBy(accept);
    assertThat(format.accept()).isEqualTo(OPEN_METRICS);
    assertThat(format.contentType()).isNull();
  }

  @Test
  void acceptHeaderOfPrometheus3() {
    ScrapeFormat format =
        ScrapeFormat.preferredBy(
            "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                + "application/openmetrics-text;version=0.0.1;q=0.4,"
                + "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.3,"
                + "text/plain;version=0.0.4;q=0.2,*/*;q=0.1");
    assertThat(format.accept()).isEqualTo(OPEN_METRICS + "; escaping=allow-utf-8");
  }

  @Test
  void textVersion1IsNamedInTheContentType() {
    ScrapeFormat format =
        ScrapeFormat.preferredBy(
            "text/plain;version=1.0.0;escaping=allow-utf-8;q=0.5,text/plain;version=0.0.4;q=0.4");
    assertThat(format.accept()).isEqualTo(TEXT + "; escaping=allow-utf-8");
    assertThat(format.contentType())
        .isEqualTo("text/plain; version=1.0.0; charset=utf-8; escaping=allow-utf-8");
    assertThat(ScrapeFormat.preferredBy("text/plain; version=1.0.0").contentType())
        .isEqualTo("text/plain; version=1.0.0; charset=utf-8; escaping=underscores");
  }
}
