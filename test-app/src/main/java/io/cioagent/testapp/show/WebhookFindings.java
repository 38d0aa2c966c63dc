package io.cioagent.testapp.show;

import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What is not as it should be about webhooks, held against what really happened. */
final class WebhookFindings {

  /** A bound of the histogram that parts the late events from the others. */
  private static final double LATE_SECONDS = 60;

  private final WebhookTruth truth;
  private final Scrape scrape;
  private final Findings findings;

  WebhookFindings(WebhookTruth truth, Scrape scrape, Findings findings) {
    this.truth = truth;
    this.scrape = scrape;
    this.findings = findings;
  }

  void check() {
    checkTruth();
    compare(Scrape.RECEIVED, truth.events(), scrape.by(Scrape.RECEIVED, "event_type"));
    compare(
        Scrape.WEBHOOK_DURATION,
        truth.requests(),
        scrape.by(Scrape.WEBHOOK_DURATION + "_count", "event_type"));
    compare(Scrape.WEBHOOK_ERRORS, truth.errors(), scrape.by(Scrape.WEBHOOK_ERRORS, "reason"));
    compare(Scrape.EMAIL_SENT, truth.emails("sent"), scrape.by(Scrape.EMAIL_SENT, "campaign_type"));
    compare(
        Scrape.EMAIL_DELIVERED,
        truth.emails("delivered"),
        scrape.by(Scrape.EMAIL_DELIVERED, "campaign_type"));
    compare(Scrape.EMAIL_BOUNCED, truth.bounces(), scrape.by(Scrape.EMAIL_BOUNCED, "bounce_type"));
    compare(
        Scrape.MESSAGES,
        truth.messages(),
        scrape.by(Scrape.MESSAGES, "channel", "metric", "campaign_type"));
    compare(
        Scrape.DELIVERY_LATENCY,
        truth.own(),
        scrape.by(Scrape.DELIVERY_LATENCY + "_count", "channel", "metric"));
    checkLag();
  }

  /** The two ends of every webhook must agree, and everything must have come up. */
  private void checkTruth() {
    expectSame("requests", truth.allSent(), truth.allReceived());
    expectSame("forged webhooks", truth.sent("forged"), truth.received("badly_signed"));
    expectSame("unsigned webhooks", truth.sent("unsigned"), truth.received("unsigned"));
    expectSame("broken webhooks", truth.sent("broken"), truth.received("not_json"));
    expectSame("campaign actions", truth.sent("action"), truth.received("no_event"));
    expectSame(
        "answers of 500",
        truth.answers("500"),
        truth.received("threw") + truth.received("gave_up"));
    expectSame("late answers", truth.answers("late"), truth.received("too_slow"));
    findings.expect(truth.lost() == 0, "%d webhooks were lost", truth.lost());
    findings.expect(truth.sent("action") > 0, "no campaign action was sent");
    findings.expect(truth.late() > 0, "no late webhook was sent");
    findings.expect(
        truth.sent("genuine") > truth.readableEvents(), "no webhook was sent more than once");
    for (String reason :
        new String[] {
          "invalid_signature", "missing_signature", "malformed", "handler_error", "too_slow"
        }) {
      findings.expect(truth.errors().containsKey(reason), "nothing failed by %s", reason);
    }
  }

  private void expectSame(String what, long sent, long received) {
    findings.expect(
        sent == received, "%s: the stand-in sent %d, the shop received %d", what, sent, received);
  }

  private void checkLag() {
    long count = 0;
    long late = 0;
    for (Histogram lag : Histogram.of(scrape, Scrape.LAG)) {
      count += lag.count;
      late += lag.over(LATE_SECONDS);
    }
    findings.expect(
        count == truth.readableEvents(),
        "%s: %d events occurred, the agent counts %d",
        Scrape.LAG,
        truth.readableEvents(),
        count);
    findings.expect(
        late == truth.late(),
        "%s: %d events were sent late, the agent counts %d",
        Scrape.LAG,
        truth.late(),
        late);
  }

  /** Every number must be the same; those that are not are named. */
  private void compare(String metric, Map<String, Long> happened, Map<String, Long> counted) {
    Map<String, String> differing = new TreeMap<>();
    TreeSet<String> keys = new TreeSet<>(happened.keySet());
    keys.addAll(counted.keySet());
    for (String key : keys) {
      long expected = happened.getOrDefault(key, 0L);
      long actual = counted.getOrDefault(key, 0L);
      if (expected != actual) {
        differing.put(key, expected + " occurred, " + actual + " counted");
      }
    }
    findings.expect(differing.isEmpty(), "%s: %s", metric, differing);
    findings.expect(!happened.isEmpty(), "no events for %s occurred", metric);
  }
}
