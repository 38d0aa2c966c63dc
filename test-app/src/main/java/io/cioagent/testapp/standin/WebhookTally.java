package io.cioagent.testapp.standin;

import io.cioagent.testapp.standin.Webhook.Nature;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the stand-in has really sent and how it was answered: the truth of the funnel. An event
 * counts once however often it was sent, a request each time.
 */
public final class WebhookTally {

  private final Set<String> eventIds = new HashSet<>();
  private final Map<String, Integer> counts = new TreeMap<>();

  /**
   * A request has reached the shop.
   *
   * @param answer its status, or "late" where the stand-in has given up waiting
   */
  synchronized void record(Webhook webhook, String answer) {
    add("answers." + answer);
    add("requests." + webhook.nature.name().toLowerCase(Locale.ROOT));
    if (webhook.nature != Nature.GENUINE) {
      return;
    }
    add("deliveries." + webhook.eventType);
    if (!eventIds.add(webhook.eventId)) {
      return;
    }
    add("events." + webhook.eventType);
    if (webhook.late) {
      add("late");
    }
    if (webhook.message != null) {
      record(webhook.message, webhook.metric);
    }
  }

  private void record(Message message, String metric) {
    add("messages." + message.channel + "." + metric + "." + message.campaignType);
    if (message.campaignType.equals("transactional")) {
      add("own." + message.channel + "." + metric);
    }
    if (message.channel.equals("email") && metric.equals("bounced")) {
      add("bounces." + message.fate.bounceType);
    }
  }

  /** A request that reached no server, which should not happen on one machine. */
  synchronized void recordLost() {
    add("lost");
  }

  private void add(String key) {
    counts.merge(key, 1, Integer::sum);
  }

  /**
   * A copy: answers.STATUS, requests.NATURE, deliveries.EVENT_TYPE (requests) and events.EVENT_TYPE
   * (each once), messages.CHANNEL.METRIC.CAMPAIGN_TYPE, own.CHANNEL.METRIC (of what the shop itself
   * has sent), bounces.TYPE, late and lost.
   */
  public synchronized Map<String, Integer> counts() {
    return new TreeMap<>(counts);
  }
}
