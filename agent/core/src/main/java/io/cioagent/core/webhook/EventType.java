package io.cioagent.core.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One word of the bounded vocabulary of what a webhook can report, such as {@code email_delivered}.
 * There is one instance for each word; immutable and safe for any thread.
 */
public final class EventType {
  private static final String OTHER = "unknown";

  /** The metric of a changed preference bears it, its event type does not. */
  private static final String METRIC_PREFIX = "cio_";

  /** Whatever the vocabulary lacks, and a webhook whose body nobody has read. */
  public static final EventType UNKNOWN;

  public static final @Nullable EventType EMAIL_SENT;
  public static final @Nullable EventType EMAIL_DELIVERED;
  public static final @Nullable EventType EMAIL_BOUNCED;

  private static final List<EventType> ALL;
  private static final Map<String, EventType> BY_NAME = new HashMap<>();
  private static final Map<String, Channel> CHANNELS = new HashMap<>();
  private static final Set<String> METRICS = new HashSet<>();

  static {
    List<EventType> all = new ArrayList<>();
    UNKNOWN = new EventType(OTHER, all);
    for (Channel channel : Channel.values()) {
      CHANNELS.put(channel.objectType(), channel);
      for (String metric : channel.metrics()) {
        METRICS.add(metric);
        EventType type = new EventType(channel.objectType() + '_' + metric, all);
        BY_NAME.put(type.name, type);
      }
    }
    ALL = Collections.unmodifiableList(all);
    EMAIL_SENT = BY_NAME.get("email_sent");
    EMAIL_DELIVERED = BY_NAME.get("email_delivered");
    EMAIL_BOUNCED = BY_NAME.get("email_bounced");
  }

  private final String name;
  private final int index;

  private EventType(String name, List<EventType> all) {
    this.name = name;
    this.index = all.size();
    all.add(this);
  }

  /** The type of that name, {@link #UNKNOWN} for any other. */
  static EventType named(@Nullable String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** As a label: one of the channels, else {@code unknown}; null is unknown too. */
  static @Nullable String channelLabel(@Nullable String objectType) {
    return CHANNELS.containsKey(objectType) ? objectType : OTHER;
  }

  /** As a label: one of the metrics of any channel, else {@code unknown}; null is unknown too. */
  static @Nullable String metricLabel(@Nullable String metric) {
    return METRICS.contains(metric) ? metric : OTHER;
  }

  /** The metric as the event types say it. */
  static String plainMetric(String metric) {
    return metric.startsWith(METRIC_PREFIX) ? metric.substring(METRIC_PREFIX.length()) : metric;
  }

  /** Every type, in the order of {@link #index()}; cannot be changed. */
  public static List<EventType> all() {
    return ALL;
  }

  /** The name used as a label; never null. */
  public String name() {
    return name;
  }

  /** Dense from 0, for look-ups in arrays as long as {@link #all()}. */
  public int index() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
