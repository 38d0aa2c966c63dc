package io.cioagent.testapp.show;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scrape of /metrics, with the questions that the demo asks of it. */
final class Scrape {

  static final String REQUESTS = "customerio_api_requests_total";
  static final String ERRORS = "customerio_api_errors_total";
  static final String LATENCY = "customerio_api_latency_ms";
  static final String ATTEMPTS = "http_client_request_duration_seconds_count";

  static final String RECEIVED = "customerio_webhook_received_total";
  static final String WEBHOOK_ERRORS = "customerio_webhook_errors_total";
  static final String WEBHOOK_DURATION = "customerio_webhook_duration_ms";
  static final String LAG = "customerio_webhook_lag_seconds";
  static final String EMAIL_SENT = "customerio_email_sent_total";
  static final String EMAIL_DELIVERED = "customerio_email_delivered_total";
  static final String EMAIL_BOUNCED = "customerio_email_bounced_total";
  static final String MESSAGES = "customerio_message_events_total";
  static final String DELIVERY_LATENCY = "customerio_delivery_latency_seconds";

  private final List<Sample> samples = new ArrayList<>();

  Scrape(String text) {
    for (String line : text.split("\n", -1)) {
      if (!line.trim().isEmpty() && !line.startsWith("#")) {
        samples.add(Sample.parse(line.trim()));
      }
    }
  }

  /** All samples of a metric that are not zero. */
  List<Sample> of(String name) {
    List<Sample> found = new ArrayList<>();
    for (Sample sample : samples) {
      if (sample.name.equals(name) && sample.value != 0) {
        found.add(sample);
      }
    }
    return found;
  }

  /** The sum of a metric over the samples that have these labels: key, value, key, value, … */
  long sum(String name, String... labels) {
    double sum = 0;
    for (Sample sample : of(name)) {
      boolean matches = true;
      for (int i = 0; i < labels.length; i += 2) {
        matches &= sample.label(labels[i]).equals(labels[i + 1]);
      }
      sum += matches ? sample.value : 0;
    }
    return Math.round(sum);
  }

  /** Attempts by HTTP status, or by error type where no answer came. */
  Map<String, Long> attemptsByResult() {
    return total(of(ATTEMPTS), Scrape::result);
  }

  /**
   * The samples' numbers by the values of some labels, joined by points where there are several.
   */
  Map<String, Long> by(String name, String... labels) {
    return total(
        of(name),
        sample -> Arrays.stream(labels).map(sample::label).collect(Collectors.joining(".")));
  }

  /** Errors by type, all operations together. */
  Map<String, Long> errorsByType() {
    return total(of(ERRORS), sample -> sample.label("error_type"));
  }

  /**
   * The latency of each operation and status in a line: count, mean, and the bounds that half and
   * 95 in a hundred calls stay under.
   */
  List<String> latencies() {
    List<String> lines = new ArrayList<>();
    for (Histogram latency : Histogram.of(this, LATENCY)) {
      lines.add(
          String.format(
              "%-18s %-8s  %4d calls, mean %4.0f ms, half of them %s, 95%% %s",
              latency.label("operation"),
              latency.label("status"),
              latency.count,
              latency.mean(),
              latency.within(0.5, "ms"),
              latency.within(0.95, "ms")));
    }
    return lines;
  }

  /** Attempts by request and result in a line each; the bare samples are wider than a screen. */
  List<String> attempts() {
    List<String> lines = new ArrayList<>();
    for (Sample sample : of(ATTEMPTS)) {
      lines.add(
          String.format(
              "%-20s %-6s %-42s %-7s %4.0f",
              sample.label("server_address"),
              sample.label("http_request_method"),
              sample.label("url_template"),
              result(sample),
              sample.value));
    }
    lines.sort(null);
    return lines;
  }

  private static String result(Sample sample) {
    String status = sample.label("http_response_status_code");
    return status.isEmpty() ? sample.label("error_type") : status;
  }

  private static Map<String, Long> total(List<Sample> samples, Function<Sample, String> key) {
    Map<String, Long> totals = new TreeMap<>();
    for (Sample sample : samples) {
      totals.merge(key.apply(sample), Math.round(sample.value), Long::sum);
    }
    return totals;
  }
}
