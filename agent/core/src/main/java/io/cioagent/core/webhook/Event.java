package io.cioagent.core.webhook;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The event in a reporting webhook. Immutable once read; its values are untrusted and may be
 * unbounded.
 */
public final class Event {
  @Nullable String id;
  @Nullable String objectType;
  @Nullable String metric;
  @Nullable String legacyType;
  @Nullable String deliveryId;
  @Nullable String failureMessage;
  long timestampSeconds;
  boolean transactional;
  boolean newsletter;
  boolean broadcast;
  boolean campaign;
  boolean complete;
  private EventType type = EventType.UNKNOWN;

  Event() {}

  /** Whether it was read completely. */
  boolean isComplete() {
    return complete;
  }

  /** Whether it has the fields of a reporting webhook. */
  boolean isReport() {
    return id != null && (legacyType != null || (objectType != null && metric != null));
  }

  /** All fields are read: the type follows from them. */
  void read() {
    splitLegacyType();
    type = EventType.named(metric == null ? legacyType : objectType + '_' + metric);
  }

  /** Splits the single type field of the format before 2020 into the two current fields. */
  private void splitLegacyType() {
    if (metric == null && legacyType != null) {
      for (Channel channel : Channel.values()) {
        String prefix = channel.objectType() + '_';
        if (legacyType.startsWith(prefix)) {
          objectType = channel.objectType();
          metric = legacyType.substring(prefix.length());
          return;
        }
      }
    }
    if (metric != null) {
      metric = EventType.plainMetric(metric);
    }
  }

  /** A ULID in all known events; never null. */
  public @Nullable String id() {
    return id;
  }

  public EventType type() {
    return type;
  }

  /** The label value: the {@code object_type}, or {@code unknown}. */
  public @Nullable String channel() {
    return EventType.channelLabel(objectType);
  }

  /** The label value: the metric as in event types, or {@code unknown}. */
  public @Nullable String metric() {
    return EventType.metricLabel(metric);
  }

  /** Whether it is about a message rather than a person's subscription. */
  public boolean isOfMessage() {
    return !Channel.CUSTOMER.objectType().equals(objectType);
  }

  /** The campaign type according to the first id that is present. */
  public CampaignType campaignType() {
    if (transactional) {
      return CampaignType.TRANSACTIONAL;
    }
    if (newsletter) {
      return CampaignType.NEWSLETTER;
    }
    if (broadcast) {
      return CampaignType.BROADCAST;
    }
    return campaign ? CampaignType.CAMPAIGN : CampaignType.UNKNOWN;
  }

  public BounceType bounceType() {
    return BounceType.of(failureMessage);
  }

  /** The key that links it to the send; null for none. */
  public @Nullable String deliveryId() {
    return deliveryId;
  }

  /** The time of the event in seconds since 1970; 0 if it is missing or invalid. */
  public long timestampSeconds() {
    return timestampSeconds;
  }

  /** As {@link #timestampSeconds()}, in milliseconds. */
  public long epochMillis() {
    return TimeUnit.SECONDS.toMillis(timestampSeconds);
  }
}
