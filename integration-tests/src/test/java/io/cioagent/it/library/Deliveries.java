package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Customer.io reports message outcomes to the receiver of the application that sent the messages.
 */
final class Deliveries {

  private static final String LATENCIES = "customerio_delivery_latency_seconds_count";

  private static final AtomicInteger LAST = new AtomicInteger();

  private final Watch watch;
  private final URI receiver;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Has the application start its receiver. */
  Deliveries(Watch watch, RunningJvm jvm) {
    this.watch = watch;
    this.receiver = URI.create("http://127.0.0.1:" + jvm.ask("receive").substring(2) + "/hooks");
  }

  /** As opaque as a real one. */
  static String newId() {
    return "dlv-invented-" + LAST.incrementAndGet() + "_=";
  }

  /**
   * Reports these deliveries one after another; the receiver is done with one before it takes the
   * next.
   *
   * @param known how many of them the agent knows from the answers of their sends
   */
  void assertKnown(int known, String... deliveryIds) {
    Scrape before = watch.endpoint().scrape();
    for (String deliveryId : deliveryIds) {
      report(deliveryId);
    }
    for (String deliveryId : deliveryIds) {
      Await.until("webhook for " + deliveryId, () -> isSeen(deliveryId));
    }
    Await.quietly(() -> joinedSince(before) >= known);
    assertThat(joinedSince(before)).as("webhooks that found their send").isEqualTo(known);
  }

  private long joinedSince(Scrape before) {
    return joined(watch.endpoint().scrape()) - joined(before);
  }

  private static long joined(Scrape scrape) {
    Double count = scrape.value(LATENCIES, "channel", "email", "metric", "delivered");
    return count == null ? 0 : Math.round(count);
  }

  private boolean isSeen(String deliveryId) {
    return watch.endpoint().spans().stream()
        .filter(span -> span.name().equals("customerio.webhook"))
        .anyMatch(span -> deliveryId.equals(span.attributes().get("customerio.delivery.id")));
  }

  private void report(String deliveryId) {
    HttpRequest webhook =
        HttpRequest.newBuilder(receiver)
            .header("Content-Type", "application/json")
            .header("X-CIO-Signature", "x")
            .header("X-CIO-Timestamp", "1")
            .POST(HttpRequest.BodyPublishers.ofString(event(deliveryId)))
            .build();
    try {
      assertThat(client.send(webhook, HttpResponse.BodyHandlers.discarding()).statusCode())
          .isEqualTo(200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private static String event(String deliveryId) {
    return "{\"event_id\":\"evt-"
        + LAST.incrementAndGet()
        + "\",\"object_type\":\"email\",\"metric\":\"delivered\",\"timestamp\":"
        // Whole seconds, and not before the send.
        + Instant.now().plusSeconds(1).getEpochSecond()
        + ",\"data\":{\"customer_id\":\"acct-7731\",\"delivery_id\":\""
        + deliveryId
        + "\",\"transactional_message_id\":3,\"recipient\":\""
        + Leaks.EMAIL
        + "\"}}";
  }
}
