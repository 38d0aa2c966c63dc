package io.cioagent.testapp.standin;

import java.nio.charset.StandardCharsets;

/** One event of a message, or something that looks like one, as it is sent to the shop. */
final class Webhook {

  /** What there is to it. */
  enum Nature {
    GENUINE,
    /** A forged report of a delivery, signed without the signing key. */
    FORGED,
    /** As forged, without any attempt at a signature. */
    UNSIGNED,
    /** From Customer.io, but cut off on the way. */
    BROKEN,
    /** A webhook action of a campaign: the same headers, no event. */
    ACTION
  }

  final Nature nature;

  /** The message that it is about; null where it is about none. */
  final Message message;

  final String metric;

  /** Object type and metric. */
  final String eventType;

  final String eventId;

  /** Whether it reports an event that occurred minutes ago. */
  final boolean late;

  final byte[] body;

  Webhook(
      Nature nature,
      Message message,
      String metric,
      String eventType,
      String eventId,
      boolean late,
      String body) {
    this.nature = nature;
    this.message = message;
    this.metric = metric;
    this.eventType = eventType;
    this.eventId = eventId;
    this.late = late;
    this.body = body.getBytes(StandardCharsets.UTF_8);
  }
}
