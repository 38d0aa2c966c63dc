package io.cioagent.testapp.standin;

import java.util.Locale;

/** A message to a fictional person, which webhooks report on. */
final class Message {

  /** The agent's words: email, push or sms; campaign, newsletter and so on. */
  final String channel;

  final String campaignType;
  final DeliveryOutcome fate;

  private final String deliveryId;
  private final String email;
  private final int number;

  /**
   * Takes them all.
   *
   * @param number distinguishes persons, devices and the like
   */
  Message(
      String channel,
      String campaignType,
      DeliveryOutcome fate,
      String deliveryId,
      String email,
      int number) {
    this.channel = channel;
    this.campaignType = campaignType;
    this.fate = fate;
    this.deliveryId = deliveryId;
    this.email = email;
    this.number = number;
  }

  /** The event as Customer.io writes it. */
  String json(String eventId, String metric, long timestamp) {
    String person = "cust-" + number;
    return String.format(
        Locale.ROOT,
        "{\"event_id\":\"%s\",\"object_type\":\"%s\",\"metric\":\"%s\",\"timestamp\":%d,"
            + "\"data\":{\"customer_id\":\"%s\",\"delivery_id\":\"%s\",\"identifiers\":"
            + "{\"id\":\"%s\",\"email\":\"%s\",\"cio_id\":\"c10%05d\"}%s%s%s}}",
        eventId,
        channel,
        metric,
        timestamp,
        person,
        deliveryId,
        person,
        email,
        number,
        parent(),
        recipient(metric),
        details(metric));
  }

  private String parent() {
    switch (campaignType) {
      case "transactional":
        return ",\"transactional_message_id\":14";
      case "newsletter":
        return ",\"newsletter_id\":57,\"content_id\":203";
      case "broadcast":
        return ",\"broadcast_id\":31,\"action_id\":655,\"trigger_id\":9";
      case "campaign":
        return ",\"campaign_id\":118,\"action_id\":642,\"journey_id\":\"01J0S3T4V6W8X0Y2Z4A6B8C0D2\"";
      default:
        // The campaign was deleted meanwhile.
        return ",\"campaign_id\":null";
    }
  }

  private String recipient(String metric) {
    switch (channel) {
      case "push":
        // Push has a reason for each device.
        String reason = metric.equals("bounced") ? failure() : "";
        return ",\"recipients\":[{\"device_id\":\"device-"
            + number
            + "\",\"device_platform\":\"ios\""
            + reason
            + "}]";
      case "sms":
        return ",\"recipient\":\"+15550100\"" + (metric.equals("bounced") ? failure() : "");
      default:
        return ",\"recipient\":\""
            + email
            + "\",\"subject\":\"Tea, and what to do about it\""
            + (metric.equals("bounced") ? failure() : "");
    }
  }

  private String failure() {
    return ",\"failure_message\":\"" + fate.failureMessage + "\"";
  }

  private String details(String metric) {
    if (metric.equals("clicked")) {
      return ",\"href\":\"https://shop.example.com/tea\",\"link_id\":4";
    }
    boolean openedMail = metric.equals("opened") && channel.equals("email");
    return openedMail ? ",\"proxied\":false,\"prefetched\":false,\"synthetic\":false" : "";
  }
}
