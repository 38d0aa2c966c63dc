package io.cioagent.core.metrics;

import io.cioagent.core.event.SpanHolder;
import io.cioagent.core.metrics.Instruments.Counter;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import java.util.concurrent.atomic.LongAdder;

/** Counts the telemetry that the agent drops, by type. */
public final class DroppedTelemetry {
  /** Lines of the operation log. */
  public static final String LOG = "log";

  private static final AttributeKey<String> WHAT = AttributeKey.stringKey("what");

  private final Counter counter;
  private final LongAdder total;

  /**
   * @param total counts all types together
   */
  public DroppedTelemetry(Instruments instruments, LongAdder total) {
    this.total = total;
    counter =
        instruments.counter("customerio.agent.dropped", "Telemetry dropped by the agent, by type");
    of(LOG);
  }

  /** Counts one item of a type each time that it runs; the series starts at zero. */
  public Runnable of(String what) {
    Attributes attributes = Attributes.of(WHAT, what);
    counter.add(0, attributes, SpanHolder.empty());
    return () -> {
      counter.add(1, attributes, SpanHolder.empty());
      total.increment();
    };
  }
}
