package io.cioagent.testapp;

import io.cioagent.testapp.receiver.Diary;
import io.cioagent.testapp.receiver.Outcome;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the shop's receiver has counted beside what the stand-in really had to tell. */
final class WebhookSummary {

  private static final String EVENTS = "events.";

  private final Map<String, Integer> heard;
  private final Map<Outcome, Integer> outcomes;
  private final Map<String, Integer> told;

  WebhookSummary(Diary diary, Map<String, Integer> told) {
    this.heard = diary.events();
    this.outcomes = diary.byOutcome();
    this.told = told;
  }

  void print(PrintStream out) {
    Map<String, Integer> events = new TreeMap<>();
    told.forEach(
        (key, count) -> {
          if (key.startsWith(EVENTS)) {
            events.put(key.substring(EVENTS.length()), count);
          }
        });
    TreeSet<String> types = new TreeSet<>(heard.keySet());
    types.addAll(events.keySet());
    out.println();
    out.println("Webhooks: what the shop counted   | What Customer.io (the stand-in) had to tell");
    for (String type : types) {
      out.println(
          String.format(
              "%-24s %7d  | %8d", type, heard.getOrDefault(type, 0), events.getOrDefault(type, 0)));
    }
    out.println();
    out.println("The shop counts an event again each time it is sent, and misses one that fails.");
  }

  /** Adds webhook.diary.OUTCOME, and what the stand-in counts under webhook.… */
  void addTo(Properties numbers) {
    outcomes.forEach(
        (outcome, count) ->
            numbers.setProperty(
                "webhook.diary." + outcome.name().toLowerCase(Locale.ROOT), String.valueOf(count)));
    told.forEach((key, count) -> numbers.setProperty("webhook." + key, String.valueOf(count)));
  }
}
