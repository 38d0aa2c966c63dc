package io.cioagent.testapp;

import io.cioagent.testapp.receiver.Outcome;
import io.cioagent.testapp.receiver.ReceiverLog;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** The events that the shop's receiver counts beside those that the stand-in sent. */
final class WebhookSummary {

  private static final String EVENTS = "events.";

  private final Map<String, Integer> received;
  private final Map<Outcome, Integer> outcomes;
  private final Map<String, Integer> sent;

  WebhookSummary(ReceiverLog log, Map<String, Integer> sent) {
    this.received = log.events();
    this.outcomes = log.byOutcome();
    this.sent = sent;
  }

  void print(PrintStream out) {
    Map<String, Integer> events = new TreeMap<>();
    sent.forEach(
        (key, count) -> {
          if (key.startsWith(EVENTS)) {
            events.put(key.substring(EVENTS.length()), count);
          }
        });
    TreeSet<String> types = new TreeSet<>(received.keySet());
    types.addAll(events.keySet());
    out.println();
    out.println("Webhooks counted by the shop      | Events sent by Customer.io (the stand-in)");
    for (String type : types) {
      out.println(
          String.format(
              "%-24s %7d  | %8d",
              type, received.getOrDefault(type, 0), events.getOrDefault(type, 0)));
    }
    out.println();
    out.println("The shop counts an event again each time it is sent, and misses one that fails.");
  }

  /** Adds webhook.receiver.OUTCOME, and what the stand-in counts under webhook.… */
  void addTo(Properties numbers) {
    outcomes.forEach(
        (outcome, count) ->
            numbers.setProperty(
                "webhook.receiver." + outcome.name().toLowerCase(Locale.ROOT),
                String.valueOf(count)));
    sent.forEach((key, count) -> numbers.setProperty("webhook." + key, String.valueOf(count)));
  }
}
