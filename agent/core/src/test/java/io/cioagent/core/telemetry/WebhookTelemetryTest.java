package io.cioagent.core.telemetry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cioagent.core.call.AnswerBody;
import io.cioagent.core.call.Exchange;
import io.cioagent.core.webhook.WebhookRequest;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookTelemetryTest {
  private final RunningTelemetry running;

  WebhookTelemetryTest() throws IOException {
    running = new RunningTelemetry();
  }

  private static String event(String id, String type, String metric, String data) {
    return event(id, type, metric, System.currentTimeMillis() / 1000, data);
  }

  private static String event(String id, String type, String metric, long timestamp, String data) {
    return String.format(
        "{\"event_id\":\"%s\",\"object_type\":\"%s\",\"metric\":\"%s\",\"timestamp\":%d,"
            + "\"data\":{%s}}",
        id, type, metric, timestamp, data);
  }

  private void receive(String body, int status) {
    receive(running, "x", body, status);
  }

  private static void receive(RunningTelemetry running, String signature, String body, int status) {
    byte[] bytes = body.getBytes(UTF_8);
    WebhookRequest request =
        running.observer.webhooks().begin("/hooks", signature, "1", null, bytes.length);
    request.read(bytes, 0, bytes.length);
    request.answered(status);
    request.end();
  }

  private List<String> counted() throws IOException {
    return counted(running);
  }

  /** Counters and histogram counts that are not 0, without gauges and info metrics. */
  private static List<String> counted(RunningTelemetry running) throws IOException {
    return running.scrape().stream()
        .filter(sample -> !sample.contains("_bucket") && !sample.contains("_sum"))
        .filter(sample -> !sample.startsWith("customerio_agent_info{"))
        .filter(sample -> !sample.startsWith("customerio_agent_woven_classes "))
        .filter(sample -> sample.startsWith("customerio_") && !sample.endsWith(" 0.0"))
        .filter(sample -> !sample.startsWith("customerio_agent_instrumentation{"))
        .sorted()
        .collect(Collectors.toList());
  }

  private static AnswerBody send(RunningTelemetry running, String path, int status) {
    Exchange exchange = running.observer.startExchange();
    exchange.attempt("POST", "https", "api.customer.io", -1, path);
    exchange.answered(status);
    exchange.end(status, null);
    return exchange.answerBody();
  }

  @Test
  void seriesForDashboardsExistFromTheStart() throws IOException {
    List<String> samples = running.scrape();
    for (String type :
        new String[] {"campaign", "newsletter", "broadcast", "transactional", "unknown"}) {
      assertThat(samples)
          .contains(
              "customerio_email_sent_total{campaign_type=\"" + type + "\"} 0.0",
              "customerio_email_delivered_total{campaign_type=\"" + type + "\"} 0.0");
      for (String metric : new String[] {"sent", "delivered", "opened", "clicked", "bounced"}) {
        assertThat(samples)
            .contains(
                "customerio_message_events_total{campaign_type=\""
                    + type
                    + "\",channel=\"email\",metric=\""
                    + metric
                    + "\"} 0.0");
      }
    }
    for (String type : new String[] {"hard", "soft", "block", "unknown"}) {
      assertThat(samples)
          .contains("customerio_email_bounced_total{bounce_type=\"" + type + "\"} 0.0");
    }
    for (String reason :
        new String[] {
          "invalid_signature", "missing_signature", "malformed", "handler_error", "too_slow"
        }) {
      assertThat(samples)
          .contains("customerio_webhook_errors_total{reason=\"" + reason + "\"} 0.0");
    }
    assertThat(samples).contains("customerio_webhook_received_total{event_type=\"unknown\"} 0.0");
  }

  @Test
  void stepsOfAnEmailAreCounted() throws IOException {
    receive(event("e1", "email", "sent", "\"campaign_id\":118"), 200);
    receive(event("e2", "email", "delivered", "\"newsletter_id\":57"), 200);
    receive(event("e3", "email", "bounced", "\"failure_message\":\"550 5.1.1 no\""), 200);
    receive(event("e4", "email", "opened", "\"campaign_id\":118"), 200);
    assertThat(counted())
        .containsExactly(
            "customerio_email_bounced_total{bounce_type=\"hard\"} 1.0",
            "customerio_email_delivered_total{campaign_type=\"newsletter\"} 1.0",
            "customerio_email_sent_total{campaign_type=\"campaign\"} 1.0",
            "customerio_message_events_total{campaign_type=\"campaign\",channel=\"email\",metric=\"opened\"} 1.0",
            "customerio_message_events_total{campaign_type=\"campaign\",channel=\"email\",metric=\"sent\"} 1.0",
            "customerio_message_events_total{campaign_type=\"newsletter\",channel=\"email\",metric=\"delivered\"} 1.0",
            "customerio_message_events_total{campaign_type=\"unknown\",channel=\"email\",metric=\"bounced\"} 1.0",
            "customerio_webhook_duration_ms_count{event_type=\"email_bounced\"} 1",
            "customerio_webhook_duration_ms_count{event_type=\"email_delivered\"} 1",
            "customerio_webhook_duration_ms_count{event_type=\"email_opened\"} 1",
            "customerio_webhook_duration_ms_count{event_type=\"email_sent\"} 1",
            "customerio_webhook_lag_seconds_count 4",
            "customerio_webhook_received_total{event_type=\"email_bounced\"} 1.0",
            "customerio_webhook_received_total{event_type=\"email_delivered\"} 1.0",
            "customerio_webhook_received_total{event_type=\"email_opened\"} 1.0",
            "customerio_webhook_received_total{event_type=\"email_sent\"} 1.0");
  }

  @Test
  void repeatedEventCountsOnlyTheErrorOfItsRequest() throws IOException {
    String body = event("e1", "sms", "sent", "\"campaign_id\":118");
    receive(body, 500);
    receive(body, 503);
    receive(body, 200);
    assertThat(counted())
        .containsExactly(
            "customerio_message_events_total{campaign_type=\"campaign\",channel=\"sms\",metric=\"sent\"} 1.0",
            "customerio_webhook_duration_ms_count{event_type=\"sms_sent\"} 3",
            "customerio_webhook_errors_total{reason=\"handler_error\"} 2.0",
            "customerio_webhook_lag_seconds_count 1",
            "customerio_webhook_received_total{event_type=\"sms_sent\"} 1.0");
  }

  @Test
  void forgeryCountsOnlyAsAnError() throws IOException {
    RunningTelemetry signed = new RunningTelemetry("webhook.signing-key", "whsec-invented");
    receive(signed, "00", event("event-one", "email", "sent", ""), 200);
    assertThat(counted(signed))
        .containsExactly("customerio_webhook_errors_total{reason=\"invalid_signature\"} 1.0");
    JsonNode span = signed.spans().get(0);
    assertThat(span.path("status").path("code").asInt()).isEqualTo(2);
    assertThat(span.toString()).doesNotContain("event-one", "whsec");
  }

  @Test
  void subscriptionChangeIsNotAMessage() throws IOException {
    receive(event("e1", "customer", "unsubscribed", ""), 200);
    assertThat(counted())
        .containsExactly(
            "customerio_webhook_duration_ms_count{event_type=\"customer_unsubscribed\"} 1",
            "customerio_webhook_lag_seconds_count 1",
            "customerio_webhook_received_total{event_type=\"customer_unsubscribed\"} 1.0");
  }

  @Test
  void labelsAreBoundedForAnyInput() throws IOException {
    for (int i = 0; i < 50; i++) {
      receive(event("e" + i, "type" + i, "metric" + i, ""), 200);
    }
    assertThat(counted())
        .containsExactly(
            "customerio_message_events_total{campaign_type=\"unknown\",channel=\"unknown\",metric=\"unknown\"} 50.0",
            "customerio_webhook_duration_ms_count{event_type=\"unknown\"} 50",
            "customerio_webhook_lag_seconds_count 50",
            "customerio_webhook_received_total{event_type=\"unknown\"} 50.0");
  }

  @Test
  void lagIsTheTimeFromTheEventToItsArrival() throws IOException {
    receive(event("e1", "email", "sent", System.currentTimeMillis() / 1000 - 3000, ""), 200);
    receive(event("e2", "email", "sent", System.currentTimeMillis() / 1000 + 3000, ""), 200);
    assertThat(running.scrape())
        .contains(
            "customerio_webhook_lag_seconds_bucket{le=\"1.0\"} 1",
            "customerio_webhook_lag_seconds_bucket{le=\"900.0\"} 1",
            "customerio_webhook_lag_seconds_bucket{le=\"3600.0\"} 2");
  }

  @Test
  void webhookIsLinkedToItsSend() throws IOException {
    byte[] answer = "{\"delivery_id\":\"dlv-1\",\"queued_at\":1}".getBytes(UTF_8);
    AnswerBody body = send(running, "/v1/send/email", 200);
    body.read(answer, 0, 5);
    body.read(answer, 5, answer.length - 5);
    body.end();
    long later = System.currentTimeMillis() / 1000 + 20;
    receive(event("e1", "email", "delivered", later, "\"delivery_id\":\"dlv-1\""), 200);
    receive(event("e1", "email", "delivered", later, "\"delivery_id\":\"dlv-1\""), 200);
    receive(event("e2", "email", "delivered", later, "\"delivery_id\":\"another\""), 200);

    assertThat(running.scrape())
        .contains(
            "customerio_delivery_latency_seconds_bucket{channel=\"email\",metric=\"delivered\",le=\"10.0\"} 0",
            "customerio_delivery_latency_seconds_bucket{channel=\"email\",metric=\"delivered\",le=\"30.0\"} 1",
            "customerio_delivery_latency_seconds_count{channel=\"email\",metric=\"delivered\"} 1");
    List<JsonNode> spans = running.spans();
    JsonNode send = spans.get(0);
    JsonNode link = spans.get(1).path("links").get(0);
    assertThat(spans.get(1).path("name").asText()).isEqualTo("customerio.webhook");
    assertThat(spans.get(1).path("kind").asInt()).isEqualTo(5);
    assertThat(link.path("traceId")).isEqualTo(send.path("traceId"));
    assertThat(link.path("spanId")).isEqualTo(send.path("spanId"));
    assertThat(spans.get(3).path("links").size()).isZero();
    assertThat(spans.get(1).toString())
        .contains(
            "customerio.event_type", "customerio.delivery.id", "dlv-1", "customerio.event.id");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/send/email, 200, true",
    "/v1/send/sms, 200, true",
    "/v1/send/email, 400, false",
    "/v1/campaigns/12/triggers, 200, false",
    "/v1/customers, 200, false",
  })
  void onlyResponsesOfSuccessfulSendsAreRead(String path, int status, boolean expected) {
    assertThat(send(running, path, status) != null).isEqualTo(expected);
  }

  @Test
  void personalDataInIdsIsMaskedInSpans() throws IOException {
    receive(
        event("robin.vale@example.net", "email", "sent", "\"delivery_id\":\"+1 555 010 0199\""),
        200);
    assertThat(running.spans().get(0).toString()).doesNotContain("robin.vale", "0199");
  }
}
