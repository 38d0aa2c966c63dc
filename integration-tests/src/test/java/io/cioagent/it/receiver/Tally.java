package io.cioagent.it.receiver;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the agent has reported of webhooks at one time.
 *
 * @param spans the event type of each webhook's span, by its id
 */
record Tally(Scrape scrape, Map<String, String> spans) {

  /** Metric, and the label that completes the line after its word. */
  private static final Map<String, String> WORDS =
      Map.of(
          "customerio_webhook_received_total", "received",
          "customerio_webhook_errors_total", "error",
          "customerio_webhook_duration_ms_count", "duration",
          "customerio_message_events_total", "message",
          "customerio_email_sent_total", "email sent",
          "customerio_email_delivered_total", "email delivered",
          "customerio_email_bounced_total", "email bounced");

  private static final List<String> LABELS =
      List.of("event_type", "reason", "channel", "metric", "campaign_type", "bounce_type");

  static Tally now(Endpoint endpoint) {
    Map<String, String> spans = new LinkedHashMap<>();
    for (Span span : endpoint.spans()) {
      if (span.name().equals("customerio.webhook")) {
        spans.put(
            span.spanId(), span.attributes().getOrDefault("customerio.event_type", "unnamed"));
      }
    }
    return new Tally(endpoint.scrape(), spans);
  }

  /**
   * One line for each thing counted since: {@code received email_sent}, {@code error malformed},
   * {@code duration email_sent}, {@code message email sent campaign}, {@code email sent campaign},
   * {@code email bounced hard}, {@code span email_sent}.
   */
  List<String> since(Tally before) {
    List<String> lines = new ArrayList<>();
    WORDS.forEach(
        (metric, word) ->
            scrape
                .growth(before.scrape, metric)
                .forEach(
                    (sample, count) ->
                        lines.addAll(Collections.nCopies(count.intValue(), line(word, sample)))));
    Map<String, String> newSpans = new LinkedHashMap<>(spans);
    // By id: the oldest are dropped when too many have come.
    before.spans.keySet().forEach(newSpans::remove);
    newSpans.values().forEach(type -> lines.add("span " + type));
    Collections.sort(lines);
    return lines;
  }

  private static String line(String word, Sample sample) {
    StringBuilder line = new StringBuilder(word);
    for (String label : LABELS) {
      if (sample.labels().containsKey(label)) {
        line.append(' ').append(sample.label(label));
      }
    }
    return line.toString();
  }
}
