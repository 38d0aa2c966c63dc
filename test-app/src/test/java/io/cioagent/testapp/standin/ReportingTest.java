package io.cioagent.testapp.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.cioagent.testapp.receiver.Outcome;
import io.cioagent.testapp.receiver.Receiver;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URL;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ReportingTest {

  private static final long PATIENCE_MILLIS = 60_000;

  @Test
  void shopReceivesEveryEvent() throws Exception {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
    try (Receiver receiver = new Receiver("key", 1, false, nowhere);
        Reporting reporting = reporting(receiver, Day.BAD)) {
      reporting.sendMailings();
      reporting.accepted("delivery-1", "ada@example.com");
      assertThat(reporting.awaitAll(PATIENCE_MILLIS)).isTrue();

      Map<String, Integer> sent = reporting.tally().counts();
      Map<Outcome, Integer> received = receiver.log().byOutcome();
      assertThat(sent).doesNotContainKeys("lost", "answers.late").containsKeys("late");
      assertThat(received)
          .containsEntry(Outcome.BADLY_SIGNED, sent.get("requests.forged"))
          .containsEntry(Outcome.UNSIGNED, sent.get("requests.unsigned"))
          .containsEntry(Outcome.NOT_JSON, sent.get("requests.broken"))
          .containsEntry(Outcome.NO_EVENT, sent.get("requests.action"));
      int failed = received.get(Outcome.THREW) + received.get(Outcome.GAVE_UP);
      assertThat(sent).containsEntry("answers.500", failed);
      int good = received.get(Outcome.ACCEPTED) + received.get(Outcome.TOO_SLOW);
      assertThat(sent).containsEntry("requests.genuine", good + failed);
      assertThat(sent.keySet())
          .contains(
              "messages.email.sent.newsletter",
              "messages.email.sent.campaign",
              "messages.email.sent.broadcast",
              "messages.email.sent.unknown",
              "messages.push.sent.campaign",
              "messages.sms.sent.campaign",
              "bounces.hard",
              "bounces.soft",
              "bounces.block");
      assertThat(sent).containsEntry("own.email.sent", 1);
      assertThat(sent.get("events.email_sent")).isEqualTo(16 + 8 + 5 + 1 + 1);
      assertThat(sent.get("deliveries.email_sent")).isGreaterThan(sent.get("events.email_sent"));
    }
  }

  @Test
  void goodDayDeliversEverythingInTime() throws Exception {
    PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), true);
    try (Receiver receiver = new Receiver("key", 1, true, nowhere);
        Reporting reporting = reporting(receiver, Day.GOOD)) {
      reporting.sendMailings();
      assertThat(reporting.awaitAll(PATIENCE_MILLIS)).isTrue();

      Map<String, Integer> sent = reporting.tally().counts();
      assertThat(sent)
          .containsEntry("answers.200", sent.get("requests.genuine"))
          .containsEntry("events.email_sent", sent.get("events.email_delivered"))
          .containsKeys("events.email_opened", "events.email_clicked");
      assertThat(sent.keySet())
          .noneMatch(key -> key.contains("bounce"))
          .doesNotContain("late", "requests.forged", "requests.broken", "requests.unsigned");
    }
  }

  @Test
  void eventIsSentAgainAfterA5xxAndCountsOnce() throws Exception {
    AtomicInteger requests = new AtomicInteger();
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    HttpServer server = HttpServer.create(new InetSocketAddress(loopback, 0), 0);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(requests.incrementAndGet() < 3 ? 503 : 200, -1);
          exchange.close();
        });
    server.start();
    WebhookTally tally = new WebhookTally();
    try (WebhookSender sender =
        new WebhookSender(url(server.getAddress().getPort(), "/"), "k", tally)) {
      sender.send(webhook(), 0);
      assertThat(sender.awaitAll(PATIENCE_MILLIS)).isTrue();
    } finally {
      server.stop(0);
    }
    assertThat(tally.counts())
        .containsEntry("answers.503", 2)
        .containsEntry("answers.200", 1)
        .containsEntry("deliveries.push_bounced", 3)
        .containsEntry("events.push_bounced", 1)
        .containsEntry("messages.push.bounced.campaign", 1)
        .doesNotContainKey("bounces.soft");
  }

  @Test
  void everyEventIsJsonWithItsFields() throws JsonProcessingException {
    for (DeliveryOutcome fate : DeliveryOutcome.values()) {
      for (String channel : new String[] {"email", "push", "sms"}) {
        for (String metric : fate.metrics()) {
          Message message = new Message(channel, "broadcast", fate, "d-1", "ada@example.com", 7);
          JsonNode json = new ObjectMapper().readTree(message.json("01A", metric, 1789000000L));
          assertThat(json.path("object_type").asText()).isEqualTo(channel);
          assertThat(json.path("metric").asText()).isEqualTo(metric);
          assertThat(json.path("data").path("broadcast_id").asInt()).isEqualTo(31);
          assertThat(json.toString().contains("failure_message"))
              .isEqualTo(metric.equals("bounced"));
        }
      }
    }
  }

  private static Reporting reporting(Receiver receiver, Day day) throws IOException {
    return new Reporting(url(receiver.port(), Receiver.PATH), "key", day, 1);
  }

  private static Webhook webhook() {
    Message message =
        new Message("push", "campaign", DeliveryOutcome.FULL, "d-1", "ada@example.com", 7);
    String json = message.json("01A", "bounced", 1789000000L);
    return new Webhook(
        Webhook.Nature.GENUINE, message, "bounced", "push_bounced", "01A", false, json);
  }

  private static URL url(int port, String path) throws IOException {
    return new URL("http://127.0.0.1:" + port + path);
  }
}
