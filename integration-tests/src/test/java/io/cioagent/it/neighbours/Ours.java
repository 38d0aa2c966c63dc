package io.cioagent.it.neighbours;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Await;
import io.cioagent.it.watch.Counts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Everything that the agent has counted in one JVM, a line for each. */
final class Ours {

  private static final Scrape NOTHING = new Scrape(List.of(), Map.of());
  private static final List<String> WEBHOOKS =
      List.of(
          "customerio_webhook_received_total",
          "customerio_webhook_errors_total",
          "customerio_webhook_duration_ms_count",
          "customerio_message_events_total",
          "customerio_email_delivered_total",
          "customerio_agent_errors_total");

  private Ours() {}

  /** Waits until there are as many lines as expected, of which each is then to be compared. */
  static List<String> counted(Endpoint endpoint, int expected) {
    Await.quietly(() -> counted(endpoint).size() >= expected);
    return counted(endpoint);
  }

  private static List<String> counted(Endpoint endpoint) {
    Scrape scrape = endpoint.scrape();
    Counts counts = Counts.between(NOTHING, scrape);
    List<String> lines = new ArrayList<>();
    counts.operations().forEach(line -> lines.add("operation " + line));
    counts.attempts().forEach(line -> lines.add("attempt " + line));
    counts.contradictions().forEach(line -> lines.add("contradiction " + line));
    for (String name : WEBHOOKS) {
      for (Sample sample : scrape.of(name)) {
        String line = name + " " + String.join(" ", sample.labels().values());
        lines.addAll(Collections.nCopies((int) Math.round(sample.value()), line));
      }
    }
    for (Span span : endpoint.spans()) {
      lines.add("span " + span.name());
    }
    Collections.sort(lines);
    return lines;
  }
}
