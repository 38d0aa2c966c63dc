package io.cioagent.core.webhook;

import io.cioagent.core.base.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * The last 50,000 messages that the application has sent, in about 4 MB, to be found again by the
 * delivery that a webhook names. Safe for any thread.
 */
public final class SentMessages {
  private static final int CAPACITY = 50_000;

  private final RecentIds ids = new RecentIds(CAPACITY);

  /** By the slot of the id. */
  private Sent[] sent = {};

  /** One send: when, and the span that tells of it. Immutable. */
  public static final class Sent {
    private final long epochMillis;
    private final long traceIdHigh;
    private final long traceIdLow;
    private final long spanId;
    private final boolean sampled;

    /**
     * A send.
     *
     * @param epochMillis when the application asked for it
     * @param spanId 0 where there is no span
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

    /** 0 where there is no span. */
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
   * The send that a delivery began with.
   *
   * @return null for a delivery that is not among the last
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
