package io.cioagent.it.receiver;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.cioagent.it.watch.Leaks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A reporting webhook's event, each with an id of its own. */
final class Event {

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final byte[] body;
  private final List<String> counted;

  private Event(byte[] body, List<String> counted) {
    this.body = body;
    this.counted = counted;
  }

  /** Of a campaign. */
  static Event delivered() {
    return of("email", "delivered", "");
  }

  /** Of any channel, with more fields; they follow what the event is known by. */
  static Event of(String channel, String metric, String more) {
    return numbered(NUMBER.incrementAndGet(), channel, metric, more);
  }

  /** The same bytes in every run. */
  static Event numbered(int number, String channel, String metric, String more) {
    String type = channel + "_" + metric;
    String body =
        """
        {
          "event_id": "01J8Z3V7Q2M4N6P8%010d",
          "object_type": "%s",
          "metric": "%s",
          "timestamp": 1789000148,
          "data": {
            "customer_id": "%s",
            "delivery_id": "m0wc5mMqM_%d=",
            "identifiers": {"id": "%s", "email": "%s", "cio_id": null},
            "campaign_id": 118,
            "action_id": 642,
            "recipient": "%s",
            "subject": "Grüße & more"%s
          }
        }
        """
            .formatted(
                number,
                channel,
                metric,
                Leaks.ID,
                number,
                Leaks.ID,
                Leaks.EMAIL,
                Leaks.EMAIL,
                more);
    List<String> counted = new ArrayList<>();
    counted.add("received " + type);
    counted.add("duration " + type);
    counted.add("span " + type);
    counted.add("message " + channel + " " + metric + " campaign");
    if (channel.equals("email") && (metric.equals("delivered") || metric.equals("sent"))) {
      counted.add("email " + metric + " campaign");
    }
    return new Event(body.getBytes(UTF_8), counted);
  }

  /** With so many bytes in all; the padding comes last. */
  static Event sized(int bytes) {
    int bare = of("email", "sent", ", \"content\": \"\"").body.length;
    return of("email", "sent", ", \"content\": \"" + "x".repeat(bytes - bare) + "\"");
  }

  /** The bytes to be sent. */
  byte[] body() {
    return body;
  }

  /** The lines of {@link Tally} that it leads to if all goes well. */
  List<String> counted() {
    return counted;
  }

  /** What is counted if this goes wrong with the request, too. */
  String[] with(String... more) {
    List<String> all = new ArrayList<>(counted);
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }
}
