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
 * The type of an event in a bounded vocabulary, such as {@code email_delivered}. There is one
 * instance per name; immutable and safe for any thread.
 */
public final class EventType {
  private static final String OTHER = "unknown";

  /** A prefix that the metric of changed preferences has, but not their event type. */
  private static final String METRIC_PREFIX = "cio_";

  /** Any other event, and a webhook whose body was not read. */
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

  /** The type of that name; {@link #UNKNOWN} for any other name. */
  static EventType named(@Nullable String name) {
    return BY_NAME.getOrDefault(name, UNKNOWN);
  }

  /** The label value: one of the channels, or {@code unknown} for anything else and null. */
  static @Nullable String channelLabel(@Nullable String objectType) {
    return CHANNELS.containsKey(objectType) ? objectType : OTHER;
  }

  /** The label value: a metric of any channel, or {@code unknown} for anything else and null. */
  static @Nullable String metricLabel(@Nullable String metric) {
    return METRICS.contains(metric) ? metric : OTHER;
  }

  /** The metric as in event types. */
  static String plainMetric(String metric) {
    return metric.startsWith(METRIC_PREFIX) ? metric.substring(METRIC_PREFIX.length()) : metric;
  }

  /** All types in the order of {@link #index()}; unmodifiable. */
  public static List<EventType> all() {
    return ALL;
  }

  /** The label value; never null. */
  public String name() {
    return name;
  }

  /** A dense index from 0, for arrays of the size of {@link #all()}. */
  public int index() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
