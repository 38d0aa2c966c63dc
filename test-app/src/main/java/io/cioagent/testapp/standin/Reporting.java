package io.cioagent.testapp.standin;

import io.cioagent.testapp.standin.Webhook.Nature;
import java.io.Closeable;
import java.net.URL;
import java.time.Instant;
import java.util.Locale;
import java.util.Random;

/**
 * Customer.io's reports on messages: on those that the shop has sent, and on those of a newsletter,
 * a campaign and so on that are set up there. Outcomes are assigned in turn, so that a short run
 * sees them all.
 */
public final class Reporting implements Closeable {

  private static final DeliveryOutcome[] FATES = {
    DeliveryOutcome.CLICKED,
    DeliveryOutcome.IGNORED,
    DeliveryOutcome.OPENED,
    DeliveryOutcome.NO_SUCH_PERSON,
    DeliveryOutcome.CLICKED,
    DeliveryOutcome.OPENED,
    DeliveryOutcome.IGNORED,
    DeliveryOutcome.OPENED,
    DeliveryOutcome.FULL,
    DeliveryOutcome.CLICKED,
    DeliveryOutcome.OPENED,
    DeliveryOutcome.IGNORED,
    DeliveryOutcome.OPENED,
    DeliveryOutcome.CLICKED,
    DeliveryOutcome.TAKEN_FOR_SPAM,
    DeliveryOutcome.IGNORED,
    DeliveryOutcome.OPENED
  };

  /** Nothing bounces. */
  private static final DeliveryOutcome[] GOOD_FATES = {
    DeliveryOutcome.CLICKED, DeliveryOutcome.IGNORED, DeliveryOutcome.OPENED
  };

  private static final int LOST_EVERY = 30;
  private static final int LATE_EVERY = 5;
  private static final int LATE_SECONDS = 180;

  /** Time enough for the shop to have read that its message was accepted. */
  private static final int FIRST_MILLIS = 600;

  /** Not before the shop has opened. */
  private static final int MAILING_MILLIS = 1200;

  private static final int STEP_MILLIS = 150;
  private static final int MAILING_STEP_MILLIS = 110;

  /** Crockford's, as event ids are written in. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private final WebhookTally tally = new WebhookTally();
  private final WebhookSender sender;
  private final Day day;
  private final Random random;
  private int messages;
  private int mailings;

  Reporting(URL receiver, String signingKey, Day day, long seed) {
    this.day = day;
    this.sender = new WebhookSender(receiver, signingKey, tally);
    this.random = new Random(seed);
  }

  public WebhookTally tally() {
    return tally;
  }

  /**
   * Sends what is due to be sent within a few seconds: all mailings and, on a bad day, what goes
   * wrong.
   */
  public synchronized void sendMailings() {
    mailing("email", "newsletter", 16);
    mailing("email", "campaign", 8);
    mailing("push", "campaign", 6);
    mailing("email", "broadcast", 5);
    mailing("sms", "campaign", 4);
    mailing("email", "unknown", 1);
    goodbye(2000);
    if (day == Day.BAD) {
      mischiefs();
    }
  }

  private void mischiefs() {
    mischief(Nature.FORGED, 1200);
    mischief(Nature.BROKEN, 1600);
    mischief(Nature.ACTION, 1800);
    mischief(Nature.UNSIGNED, 2200);
    mischief(Nature.FORGED, 2400);
    mischief(Nature.BROKEN, 2800);
    mischief(Nature.FORGED, 3200);
    mischief(Nature.ACTION, 3600);
  }

  /** The shop's own e-mail was accepted. */
  synchronized void accepted(String deliveryId, String to) {
    report(message("email", "transactional", deliveryId, to), false, FIRST_MILLIS);
  }

  /** Waits until the shop has received everything; false where that takes too long. */
  public boolean awaitAll(long millis) throws InterruptedException {
    return sender.awaitAll(millis);
  }

  @Override
  public void close() {
    sender.close();
  }

  private void mailing(String channel, String campaignType, int size) {
    for (int i = 0; i < size; i++) {
      int number = ++mailings;
      String to = "reader+" + number + "@example.com";
      Message message = message(channel, campaignType, "mailing-" + number, to);
      boolean late = day == Day.BAD && number % LATE_EVERY == 0;
      report(message, late, MAILING_MILLIS + number * MAILING_STEP_MILLIS);
    }
  }

  private Message message(String channel, String campaignType, String deliveryId, String to) {
    int number = ++messages;
    return new Message(channel, campaignType, fate(number), deliveryId, to, number);
  }

  private DeliveryOutcome fate(int number) {
    if (day == Day.GOOD) {
      return GOOD_FATES[number % GOOD_FATES.length];
    }
    return number % LOST_EVERY == 0 ? DeliveryOutcome.LOST : FATES[number % FATES.length];
  }

  private void report(Message message, boolean late, long delayMillis) {
    long delay = delayMillis;
    for (String metric : message.fate.metrics()) {
      if (message.channel.equals("sms") && metric.equals("opened")) {
        continue;
      }
      String id = eventId();
      String type = message.channel + "_" + metric;
      // The event has happened when it is sent, or some minutes before.
      long time = (System.currentTimeMillis() + delay) / 1000 - (late ? LATE_SECONDS : 0);
      String json = message.json(id, metric, time);
      sender.send(new Webhook(Nature.GENUINE, message, metric, type, id, late, json), delay);
      delay += STEP_MILLIS;
    }
  }

  /** An event of a customer rather than of a message. */
  private void goodbye(long delayMillis) {
    String id = eventId();
    String json =
        String.format(
            Locale.ROOT,
            "{\"event_id\":\"%s\",\"object_type\":\"customer\",\"metric\":\"unsubscribed\","
                + "\"timestamp\":%d,\"data\":{\"customer_id\":\"cust-1\","
                + "\"email_address\":\"reader+1@example.com\"}}",
            id,
            now());
    String type = "customer_unsubscribed";
    sender.send(
        new Webhook(Nature.GENUINE, null, "unsubscribed", type, id, false, json), delayMillis);
  }

  private void mischief(Nature nature, long delayMillis) {
    String to = "reader+0@example.com";
    Message message = new Message("email", "newsletter", DeliveryOutcome.OPENED, "made-up", to, 0);
    String json = message.json(eventId(), "delivered", now());
    if (nature == Nature.BROKEN) {
      json = json.substring(0, json.length() - 20);
    } else if (nature == Nature.ACTION) {
      json = "{\"order\":\"A-10001\",\"text\":\"somebody's tea is ready\"}";
    }
    sender.send(new Webhook(nature, null, "", "", "", false, json), delayMillis);
  }

  private static long now() {
    return Instant.now().getEpochSecond();
  }

  private String eventId() {
    StringBuilder id = new StringBuilder("01");
    for (int i = 0; i < 24; i++) {
      id.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return id.toString();
  }
}
