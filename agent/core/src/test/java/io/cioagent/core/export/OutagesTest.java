package io.cioagent.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.CapturedError;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutagesTest {
  private static final URI TRACES =
      URI.create("https://user:pw-1@collector:4318/key-2/v1/traces?key-3");
  private static final URI METRICS = URI.create("https://collector:4318/v1/metrics");
  private static final URI ELSEWHERE = URI.create("http://elsewhere/v1/metrics");

  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final Outages outages = new Outages(now::get);

  @Test
  void reportsEachCollectorOnceAMinute() throws IOException {
    try (CapturedError error = new CapturedError()) {
      for (int i = 0; i < 180; i++) {
        outages.failed(TRACES, new SocketTimeoutException("x"));
        outages.answered(METRICS, 500);
        outages.failed(ELSEWHERE, new SocketTimeoutException("x"));
        outages.answered(ELSEWHERE, 200);
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
      }
      assertThat(error.text().split("\n", -1))
          .filteredOn(line -> line.contains(" https://collector:4318: no response in time. "))
          .hasSize(3);
      assertThat(error.text().split("\n", -1))
          .filteredOn(line -> line.contains(" http://elsewhere: no response in time. "))
          .hasSize(3);
      assertThat(error.text().split("\n")).hasSize(6);
      assertThat(error.text())
          .doesNotContain("pw-1")
          .doesNotContain("key-2")
          .doesNotContain("key-3");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "http://c:4318, 404, the server returned status 404, must include the path",
    "http://c:4318, 403, the server returned status 403, Check the credentials in"
        + " otel.exporter.otlp.headers",
    "http://c:4318, 500, the server returned status 500, Check otel.exporter.otlp.endpoint",
    "http://c:4317, 500, the server returned status 500, Port 4317 is usually for gRPC",
  })
  void errorResponsesAreReportedWithAHint(String url, int status, String reason, String hint)
      throws IOException {
    try (CapturedError error = new CapturedError()) {
      outages.answered(URI.create(url), status);
      assertThat(error.text()).contains(url + ": " + reason).contains(hint);
    }
  }

  @Test
  void describesFailures() throws IOException {
    assertThat(warning(new UnknownHostException("c"))).contains("unknown host");
    assertThat(warning(new SSLHandshakeException("no path to jo@x.io")))
        .contains("TLS failed (no path to [REDACTED])");
    assertThat(warning(new IOException())).contains("IOException");
    assertThat(warning(new IllegalStateException("reset"))).contains(": reset.");
  }

  private static String warning(Exception failure) throws IOException {
    try (CapturedError error = new CapturedError()) {
      new Outages(System::nanoTime).failed(METRICS, failure);
      assertThat(error.text().trim().split("\n")).as("no stack trace").hasSize(1);
      return error.text();
    }
  }
}
