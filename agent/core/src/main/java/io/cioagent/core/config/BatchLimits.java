package io.cioagent.core.config;

/** Limits of a batch processor: queue size, batch size and times. Immutable; all above 0. */
public final class BatchLimits {
  private final long delayMillis;
  private final int queueSize;
  private final int batchSize;
  private final long timeoutMillis;

  BatchLimits(long delayMillis, int queueSize, int batchSize, long timeoutMillis) {
    this.delayMillis = delayMillis;
    this.queueSize = queueSize;
    this.batchSize = batchSize;
    this.timeoutMillis = timeoutMillis;
  }

  /** The interval between two exports. */
  public long delayMillis() {
    return delayMillis;
  }

  /** The maximum number of queued items. */
  public int queueSize() {
    return queueSize;
  }

  /** The maximum number of items per export, at most {@link #queueSize()}. */
  public int batchSize() {
    return batchSize;
  }

  /** The maximum time for one export. */
  public long timeoutMillis() {
    return timeoutMillis;
  }
}
