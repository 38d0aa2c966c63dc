package io.cioagent.testapp.show;

import java.util.Map;
import java.util.TreeMap;

/** What the agent must have counted of webhooks, by what the two ends of them have written down. */
final class WebhookTruth {

  private static final String UNKNOWN = "unknown";

  private final Report report;

  WebhookTruth(Report report) {
    this.report = report;
  }

  /** Events by type, each once; what cannot be read was received all the same. */
  Map<String, Long> events() {
    return withBroken(report.numbers("webhook.events."));
  }

  /** Requests by event type, without the forged ones. */
  Map<String, Long> requests() {
    return withBroken(report.numbers("webhook.deliveries."));
  }

  private Map<String, Long> withBroken(Map<String, Long> counts) {
    long broken = told("broken");
    if (broken > 0) {
      counts.merge(UNKNOWN, broken, Long::sum);
    }
    return counts;
  }

  /** Requests that went wrong, by reason. */
  Map<String, Long> errors() {
    Map<String, Long> errors = new TreeMap<>();
    errors.put("invalid_signature", told("forged"));
    errors.put("missing_signature", told("unsigned"));
    errors.put("malformed", told("broken"));
    errors.put("too_slow", heard("too_slow"));
    errors.put("handler_error", heard("threw") + heard("gave_up"));
    errors.values().removeIf(count -> count == 0);
    return errors;
  }

  /** Events of messages by channel, metric and campaign type. */
  Map<String, Long> messages() {
    return report.numbers("webhook.messages.");
  }

  /** Those of e-mails of one metric, by campaign type. */
  Map<String, Long> emails(String metric) {
    return report.numbers("webhook.messages.email." + metric + ".");
  }

  Map<String, Long> bounces() {
    return report.numbers("webhook.bounces.");
  }

  /** Events of what the shop itself has sent, by channel and metric. */
  Map<String, Long> own() {
    return report.numbers("webhook.own.");
  }

  /** Events that happened minutes before they were told. */
  long late() {
    return report.number("webhook.late");
  }

  long readableEvents() {
    return report.numbers("webhook.events.").values().stream().mapToLong(Long::longValue).sum();
  }

  long lost() {
    return report.number("webhook.lost");
  }

  /** Requests that the stand-in's answers tell of. */
  long answers(String answer) {
    return report.number("webhook.answers." + answer);
  }

  /** Requests of that nature that the stand-in has sent. */
  long told(String nature) {
    return report.number("webhook.requests." + nature);
  }

  /** Requests of that outcome in the receiver's diary. */
  long heard(String outcome) {
    return report.number("webhook.diary." + outcome);
  }

  long allTold() {
    return report.numbers("webhook.requests.").values().stream().mapToLong(Long::longValue).sum();
  }

  long allHeard() {
    return report.numbers("webhook.diary.").values().stream().mapToLong(Long::longValue).sum();
  }
}
