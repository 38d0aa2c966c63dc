package io.cioagent.testapp.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The outcome of messages as lines of text, all of it from the agent's metrics. */
final class Funnel {

  private static final String[] CAMPAIGN_TYPES = {
    "transactional", "campaign", "newsletter", "broadcast", "unknown"
  };
  private static final String[] BOUNCE_TYPES = {"hard", "soft", "block", "unknown"};
  private static final double LATE_SECONDS = 60;
  private static final double PATIENCE_MILLIS = 4000;

  private final Scrape scrape;

  Funnel(Scrape scrape) {
    this.scrape = scrape;
  }

  /** Sent to clicked by channel and campaign type, with the share of what was sent. */
  List<String> stages() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-6s %-14s %5s %12s %12s %12s %12s",
            "", "", "sent", "delivered", "opened", "clicked", "bounced"));
    for (String channel : new String[] {"email", "push", "sms"}) {
      long[] all = new long[5];
      int rows = 0;
      for (String type : CAMPAIGN_TYPES) {
        long[] row = stages(channel, type);
        if (row[0] > 0) {
          lines.add(line(rows == 0 ? channel : "", type, row));
          rows++;
        }
        for (int i = 0; i < all.length; i++) {
          all[i] += row[i];
        }
      }
      if (rows > 1) {
        lines.add(line("", "all", all));
      }
    }
    return lines;
  }

  private long[] stages(String channel, String type) {
    boolean email = channel.equals("email");
    return new long[] {
      email ? scrape.sum(Scrape.EMAIL_SENT, "campaign_type", type) : events(channel, "sent", type),
      email
          ? scrape.sum(Scrape.EMAIL_DELIVERED, "campaign_type", type)
          : events(channel, "delivered", type),
      events(channel, "opened", type),
      events(channel, "clicked", type),
      events(channel, "bounced", type)
    };
  }

  private long events(String channel, String metric, String type) {
    return scrape.sum(Scrape.MESSAGES, "channel", channel, "metric", metric, "campaign_type", type);
  }

  private static String line(String channel, String type, long[] row) {
    StringBuilder line = new StringBuilder();
    line.append(String.format("%-6s %-14s %5d", channel, type, row[0]));
    for (int i = 1; i < row.length; i++) {
      boolean share = row[0] > 0 && row[i] > 0;
      line.append(String.format(" %7d", row[i]));
      line.append(share ? String.format(" %3d%%", Math.round(100.0 * row[i] / row[0])) : "     ");
    }
    return line.toString().replaceFirst(" +$", "");
  }

  String bounces() {
    List<String> parts = new ArrayList<>();
    for (String type : BOUNCE_TYPES) {
      parts.add(scrape.sum(Scrape.EMAIL_BOUNCED, "bounce_type", type) + " " + type);
    }
    return "emails bounced: " + String.join(", ", parts);
  }

  /** Webhooks by event type; beside them what the stand-in has sent, where that is known. */
  List<String> received(WebhookTruth truth) {
    Map<String, Long> received = scrape.by(Scrape.RECEIVED, "event_type");
    Map<String, Long> requests = scrape.by(Scrape.WEBHOOK_DURATION + "_count", "event_type");
    Map<String, Long> events = truth == null ? new TreeMap<>() : truth.events();
    Map<String, Long> sent = truth == null ? new TreeMap<>() : truth.requests();
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-24s %s %9s %9s", "", truth == null ? "" : header(), "received", "requests"));
    TreeSet<String> types = new TreeSet<>(received.keySet());
    types.addAll(events.keySet());
    for (String type : types) {
      lines.add(
          String.format(
              "%-24s %s %9d %9d%s",
              type,
              truth == null ? "" : pair(events.get(type), sent.get(type)),
              received.getOrDefault(type, 0L),
              requests.getOrDefault(type, 0L),
              type.equals("unknown") ? "   (malformed)" : ""));
    }
    return lines;
  }

  private static String header() {
    return String.format("%9s %9s  |", "events", "sent");
  }

  private static String pair(Long events, Long sent) {
    return String.format("%9d %9d  |", events == null ? 0 : events, sent == null ? 0 : sent);
  }

  /** Errors by reason, and beside them how often that has really happened. */
  List<String> errors(WebhookTruth truth) {
    Map<String, Long> counted = scrape.by(Scrape.WEBHOOK_ERRORS, "reason");
    Map<String, Long> happened = truth == null ? new TreeMap<>() : truth.errors();
    TreeSet<String> reasons = new TreeSet<>(counted.keySet());
    reasons.addAll(happened.keySet());
    List<String> lines = new ArrayList<>();
    for (String reason : reasons) {
      String before =
          truth == null ? "" : String.format("%9d  |", happened.getOrDefault(reason, 0L));
      lines.add(String.format("%-24s %s %9d", reason, before, counted.getOrDefault(reason, 0L)));
    }
    return lines;
  }

  /** Delivery latency, lag, and the time that the receiver takes. */
  List<String> times() {
    List<String> lines = new ArrayList<>();
    for (Histogram latency : Histogram.of(scrape, Scrape.DELIVERY_LATENCY)) {
      lines.add(
          String.format(
              Locale.ROOT,
              "%-24s %4d  mean %5.1f s, half of them %s, 95%% %s",
              "send to " + latency.label("channel") + " " + latency.label("metric"),
              latency.count,
              latency.mean(),
              latency.within(0.5, "s"),
              latency.within(0.95, "s")));
    }
    for (Histogram lag : Histogram.of(scrape, Scrape.LAG)) {
      lines.add(
          String.format(
              "%-24s %4d  half of them %s, %d more than a minute",
              "event to webhook (lag)", lag.count, lag.within(0.5, "s"), lag.over(LATE_SECONDS)));
    }
    long requests = 0;
    long slow = 0;
    double millis = 0;
    for (Histogram duration : Histogram.of(scrape, Scrape.WEBHOOK_DURATION)) {
      requests += duration.count;
      millis += duration.sum();
      slow += duration.over(PATIENCE_MILLIS);
    }
    if (requests > 0) {
      lines.add(
          String.format(
              "%-24s %4d  mean %.0f ms, %d longer than the 4 s that Customer.io waits",
              "webhook to response", requests, millis / requests, slow));
    }
    return lines;
  }
}
