package io.cioagent.core.webhook;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * What a reporting webhook says. Immutable once read; nothing in it is to be trusted as bounded.
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
  boolean whole;

  Event() {}

  /** Whether nothing of it is missing. */
  boolean isWhole() {
    return whole;
  }

  /** Whether it has what only a reporting webhook has. */
  boolean isReport() {
    return id != null && (legacyType != null || (objectType != null && metric != null));
  }

  /** Splits the one field of the form before 2020 into the two of today. */
  void complete() {
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

  /** A ULID in all that is known; null never. */
  public @Nullable String id() {
    return id;
  }

  public EventType type() {
    return EventType.named(metric == null ? legacyType : objectType + '_' + metric);
  }

  /** A label: the {@code object_type}, or {@code unknown}. */
  public @Nullable String channel() {
    return EventType.channelLabel(objectType);
  }

  /** A label: the metric as event types say it, or {@code unknown}. */
  public @Nullable String metric() {
    return EventType.metricLabel(metric);
  }

  /** Whether it is about a message, and not about a person's subscription. */
  public boolean isOfMessage() {
    return !Channel.CUSTOMER.objectType().equals(objectType);
  }

  /** The kind of sending that the first id tells that is there. */
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

  /** The key that joins it with the send; null for none. */
  public @Nullable String deliveryId() {
    return deliveryId;
  }

  /** When it happened, in seconds since 1970; 0 where that cannot be read. */
  public long timestampSeconds() {
    return timestampSeconds;
  }

  /** As {@link #timestampSeconds()}, in milliseconds. */
  public long epochMillis() {
    return TimeUnit.SECONDS.toMillis(timestampSeconds);
  }
}
