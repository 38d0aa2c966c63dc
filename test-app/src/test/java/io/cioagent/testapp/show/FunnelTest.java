package io.cioagent.testapp.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo is worth something only if it fails when the agent's numbers are not what happened. */
class FunnelTest {

  private static final String HAPPENED =
      String.join(
          "\n",
          "webhook.events.email_sent=4",
          "webhook.events.email_delivered=3",
          "webhook.events.email_bounced=1",
          "webhook.events.push_opened=1",
          "webhook.deliveries.email_sent=5",
          "webhook.deliveries.email_delivered=5",
          "webhook.deliveries.email_bounced=1",
          "webhook.deliveries.push_opened=1",
          "webhook.messages.email.sent.transactional=3",
          "webhook.messages.email.sent.newsletter=1",
          "webhook.messages.email.delivered.transactional=3",
          "webhook.messages.email.bounced.newsletter=1",
          "webhook.messages.push.opened.campaign=1",
          "webhook.own.email.sent=3",
          "webhook.own.email.delivered=3",
          "webhook.bounces.hard=1",
          "webhook.late=2",
          "webhook.requests.genuine=12",
          "webhook.requests.forged=2",
          "webhook.requests.unsigned=1",
          "webhook.requests.broken=1",
          "webhook.requests.action=1",
          "webhook.answers.500=2",
          "webhook.answers.late=1",
          "webhook.receiver.accepted=9",
          "webhook.receiver.badly_signed=2",
          "webhook.receiver.unsigned=1",
          "webhook.receiver.not_json=1",
          "webhook.receiver.no_event=1",
          "webhook.receiver.threw=1",
          "webhook.receiver.gave_up=1",
          "webhook.receiver.too_slow=1");

  private static final String COUNTED =
      String.join(
          "\n",
          "customerio_webhook_received_total{event_type=\"email_sent\"} 4.0",
          "customerio_webhook_received_total{event_type=\"email_delivered\"} 3.0",
          "customerio_webhook_received_total{event_type=\"email_bounced\"} 1.0",
          "customerio_webhook_received_total{event_type=\"push_opened\"} 1.0",
          "customerio_webhook_received_total{event_type=\"unknown\"} 1.0",
          "customerio_webhook_duration_ms_count{event_type=\"email_sent\"} 5",
          "customerio_webhook_duration_ms_count{event_type=\"email_delivered\"} 5",
          "customerio_webhook_duration_ms_count{event_type=\"email_bounced\"} 1",
          "customerio_webhook_duration_ms_count{event_type=\"push_opened\"} 1",
          "customerio_webhook_duration_ms_count{event_type=\"unknown\"} 1",
          "customerio_webhook_errors_total{reason=\"invalid_signature\"} 2.0",
          "customerio_webhook_errors_total{reason=\"missing_signature\"} 1.0",
          "customerio_webhook_errors_total{reason=\"malformed\"} 1.0",
          "customerio_webhook_errors_total{reason=\"handler_error\"} 2.0",
          "customerio_webhook_errors_total{reason=\"too_slow\"} 1.0",
          "customerio_email_sent_total{campaign_type=\"transactional\"} 3.0",
          "customerio_email_sent_total{campaign_type=\"newsletter\"} 1.0",
          "customerio_email_sent_total{campaign_type=\"unknown\"} 0.0",
          "customerio_email_delivered_total{campaign_type=\"transactional\"} 3.0",
          "customerio_email_bounced_total{bounce_type=\"hard\"} 1.0",
          message("email", "sent", "transactional", 3),
          message("email", "sent", "newsletter", 1),
          message("email", "delivered", "transactional", 3),
          message("email", "bounced", "newsletter", 1),
          message("push", "opened", "campaign", 1),
          "customerio_delivery_latency_seconds_count{channel=\"email\",metric=\"sent\"} 3",
          "customerio_delivery_latency_seconds_count{channel=\"email\",metric=\"delivered\"} 3",
          "customerio_webhook_lag_seconds_bucket{le=\"60.0\"} 7",
          "customerio_webhook_lag_seconds_bucket{le=\"+Inf\"} 9",
          "customerio_webhook_lag_seconds_count 9");

  @TempDir Path folder;

  @Test
  void nothingIsFoundWhereEverythingAgrees() throws IOException {
    assertThat(findings(HAPPENED, COUNTED)).isEmpty();
  }

  @Test
  void everyNumberThatDiffersIsFound() throws IOException {
    for (String line : COUNTED.split("\n", -1)) {
      if (line.endsWith(" 0.0") || line.contains("+Inf")) {
        continue;
      }
      String wrong = line.replaceFirst("[0-9.]+$", "77");
      assertThat(findings(HAPPENED, COUNTED.replace(line, wrong))).as(wrong).isNotEmpty();
      assertThat(findings(HAPPENED, COUNTED.replace(line, ""))).as("no %s", line).isNotEmpty();
    }
  }

  @Test
  void wrongNumberIsNamed() throws IOException {
    String right = "customerio_email_bounced_total{bounce_type=\"hard\"} 1.0";
    assertThat(findings(HAPPENED, COUNTED.replace(right, right.replace("hard", "soft"))))
        .containsExactly(
            "customerio_email_bounced_total: {hard=1 occurred, 0 counted, soft=0 occurred, 1 counted}");
  }

  @Test
  void runWithMissingPartsProvesNothing() throws IOException {
    String noneSlow = HAPPENED.replace("too_slow=1", "too_slow=0").replace("late=1", "late=0");
    assertThat(
            findings(
                noneSlow,
                COUNTED.replace("customerio_webhook_errors_total{reason=\"too_slow\"} 1.0", "")))
        .contains("nothing failed by too_slow");
    assertThat(findings("", "")).hasSizeGreaterThan(10);
  }

  @Test
  void bothEndsMustAgree() throws IOException {
    assertThat(findings(HAPPENED.replace("badly_signed=2", "badly_signed=1"), COUNTED))
        .contains("forged webhooks: the stand-in sent 2, the shop received 1");
  }

  @Test
  void stagesAreListedInOrder() {
    List<String> lines = new Funnel(new Scrape(COUNTED)).stages();
    assertThat(lines).hasSize(4);
    assertThat(lines.get(1)).matches("email +transactional +3 +3 100% +0 +0 +0");
    assertThat(lines.get(2)).matches(" +newsletter +1 +0 +0 +0 +1 100%");
    assertThat(lines.get(3)).matches(" +all +4 +3 +75% +0 +0 +1 +25%");
    assertThat(new Funnel(new Scrape(COUNTED)).bounces())
        .isEqualTo("emails bounced: 1 hard, 0 soft, 0 block, 0 unknown");
  }

  @Test
  void expectedAndCountedNumbersAreShown() throws IOException {
    Funnel funnel = new Funnel(new Scrape(COUNTED));
    WebhookTruth truth = new WebhookTruth(report(HAPPENED));
    assertThat(funnel.received(truth))
        .anyMatch(line -> line.matches("email_sent +4 +5 +[|] +4 +5"));
    assertThat(funnel.received(null)).anyMatch(line -> line.matches("email_sent +4 +5"));
    assertThat(funnel.errors(truth)).anyMatch(line -> line.matches("handler_error +2 +[|] +2"));
    assertThat(funnel.errors(null)).anyMatch(line -> line.matches("handler_error +2"));
    assertThat(funnel.times()).hasSize(4).anyMatch(line -> line.contains("2 more than a minute"));
  }

  @Test
  void funnelWithoutDataShowsNothing() {
    Funnel funnel = new Funnel(new Scrape(""));
    assertThatCode(
            () -> {
              funnel.stages();
              funnel.received(null);
              funnel.times();
            })
        .doesNotThrowAnyException();
  }

  private List<String> findings(String happened, String counted) throws IOException {
    Findings findings = new Findings();
    new WebhookFindings(new WebhookTruth(report(happened)), new Scrape(counted), findings).check();
    return findings.list();
  }

  private Report report(String numbers) throws IOException {
    Path file = folder.resolve("report.properties");
    Files.write(file, numbers.getBytes(StandardCharsets.UTF_8));
    return new Report(file);
  }

  private static String message(String channel, String metric, String campaignType, int count) {
    return "customerio_message_events_total{campaign_type=\""
        + campaignType
        + "\",channel=\""
        + channel
        + "\",metric=\""
        + metric
        + "\"} "
        + count;
  }
}
