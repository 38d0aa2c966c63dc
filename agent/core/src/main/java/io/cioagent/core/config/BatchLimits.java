package io.cioagent.core.config;

/** How much waits to be pushed, and for how long. Immutable; every number is above 0. */
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

  /** Between two pushes. */
  public long delayMillis() {
    return delayMillis;
  }

  /** What waits at most. */
  public int queueSize() {
    return queueSize;
  }

  /** What one push holds at most, not more than {@link #queueSize()}. */
  public int batchSize() {
    return batchSize;
  }

  /** For one push. */
  public long timeoutMillis() {
    return timeoutMillis;
  }
}
