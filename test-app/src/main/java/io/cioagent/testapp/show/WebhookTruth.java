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

  /** Events by type, each once; malformed ones included. */
  Map<String, Long> events() {
    return withBroken(report.numbers("webhook.events."));
  }

  /** Requests by event type, without the forged ones. */
  Map<String, Long> requests() {
    return withBroken(report.numbers("webhook.deliveries."));
  }

  private Map<String, Long> withBroken(Map<String, Long> counts) {
    long broken = sent("broken");
    if (broken > 0) {
      counts.merge(UNKNOWN, broken, Long::sum);
    }
    return counts;
  }

  /** Requests that went wrong, by reason. */
  Map<String, Long> errors() {
    Map<String, Long> errors = new TreeMap<>();
    errors.put("invalid_signature", sent("forged"));
    errors.put("missing_signature", sent("unsigned"));
    errors.put("malformed", sent("broken"));
    errors.put("too_slow", received("too_slow"));
    errors.put("handler_error", received("threw") + received("gave_up"));
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

  /** Events that occurred minutes before they were sent. */
  long late() {
    return report.number("webhook.late");
  }

  long readableEvents() {
    return report.numbers("webhook.events.").values().stream().mapToLong(Long::longValue).sum();
  }

  long lost() {
    return report.number("webhook.lost");
  }

  /** Requests by the answer that the stand-in received. */
  long answers(String answer) {
    return report.number("webhook.answers." + answer);
  }

  /** Requests of this kind that the stand-in sent. */
  long sent(String nature) {
    return report.number("webhook.requests." + nature);
  }

  /** Requests with this outcome in the receiver's log. */
  long received(String outcome) {
    return report.number("webhook.receiver." + outcome);
  }

  long allSent() {
    return report.numbers("webhook.requests.").values().stream().mapToLong(Long::longValue).sum();
  }

  long allReceived() {
    return report.numbers("webhook.receiver.").values().stream().mapToLong(Long::longValue).sum();
  }
}
