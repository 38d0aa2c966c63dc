package io.cioagent.core.webhook;

import io.cioagent.core.base.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The last 50,000 messages that the application sent, in about 4 MB, by the delivery id that
 * webhooks contain. Safe for any thread.
 */
public final class SentMessages {
  private static final int CAPACITY = 50_000;

  private final RecentIds ids = new RecentIds(CAPACITY);

  /** Indexed by the slot of the id. */
  private Sent[] sent = {};

  /** The time and span of one send. Immutable. */
  public static final class Sent {
    private final long epochMillis;
    private final long traceIdHigh;
    private final long traceIdLow;
    private final long spanId;
    private final boolean sampled;

    /**
     * Creates a send.
     *
     * @param epochMillis the time of the request
     * @param spanId 0 if there is no span
     */
    public Sent(long epochMillis, long traceIdHigh, long traceIdLow, long spanId, boolean sampled) {
      this.epochMillis = epochMillis;
      this.traceIdHigh = traceIdHigh;
      this.traceIdLow = traceIdLow;
      this.spanId = spanId;
      this.sampled = sampled;
    }

    public long epochMillis() {
      return epochMillis;
    }

    public long traceIdHigh() {
      return traceIdHigh;
    }

    public long traceIdLow() {
      return traceIdLow;
    }

    /** 0 if there is no span. */
    public long spanId() {
      return spanId;
    }

    public boolean sampled() {
      return sampled;
    }
  }

  public void add(String deliveryId, Sent message) {
    long hash = RecentIds.hash(deliveryId);
    synchronized (ids) {
      if (sent.length == 0) {
        sent = new Sent[CAPACITY];
      }
      int slot = ids.find(hash);
      sent[slot >= 0 ? slot : ids.add(hash)] = message;
    }
  }

  /**
   * The send of a delivery.
   *
   * @param deliveryId null is none
   * @return null for a delivery that is unknown or too old
   */
  public @Nullable Sent find(@Nullable String deliveryId) {
    if (deliveryId == null) {
      return null;
    }
    long hash = RecentIds.hash(deliveryId);
    synchronized (ids) {
      int slot = ids.find(hash);
      return slot < 0 ? null : sent[slot];
    }
  }
}
