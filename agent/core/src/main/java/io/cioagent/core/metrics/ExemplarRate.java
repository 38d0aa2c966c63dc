package io.cioagent.core.metrics;

import io.cioagent.core.event.SpanHolder;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.context.Context;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Decides which measurements offer their span as an exemplar. A scrape reports the last one of each
 * bucket; to offer every span makes threads wait for each other: two of them took twice as long for
 * a call. Each series and bucket counts by itself, so that rare results and durations keep theirs.
 * Takes no lock.
 */
final class ExemplarRate {
  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  /** So many that two series seldom share one by the hash of their attributes; a power of two. */
  private static final int SERIES = 64;

  private final double[] bounds;

  /** {@link System#nanoTime()} of the last offer, by series and bucket. Threads may both pass. */
  private final long[] offered;

  /**
   * @param bounds the upper bounds of the buckets in ascending order
   */
  ExemplarRate(List<Double> bounds) {
    this.bounds = bounds.stream().mapToDouble(Double::doubleValue).toArray();
    offered = new long[SERIES * (bounds.size() + 1)];
    Arrays.fill(offered, System.nanoTime() - INTERVAL_NANOS);
  }

  /** The span if it is to be offered with this measurement; otherwise none. */
  Context exemplar(Context span, double value, Attributes attributes, long nanos) {
    int bucket = 0;
    while (bucket < bounds.length && value > bounds[bucket]) {
      bucket++;
    }
    int slot = (attributes.hashCode() & (SERIES - 1)) * (bounds.length + 1) + bucket;
    if (nanos - offered[slot] < INTERVAL_NANOS) {
      return SpanHolder.empty();
    }
    offered[slot] = nanos;
    return span;
  }
}
