package io.cioagent.core.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.Meter;
import java.util.concurrent.atomic.LongAdder;

/** Counts what the agent had to tell and could not, by what it was. */
final class Dropped {
  /** Lines of the operation log. */
  static final String LOG = "log";

  private static final AttributeKey<String> WHAT = AttributeKey.stringKey("what");

  private final LongCounter counter;
  private final LongAdder total = new LongAdder();

  Dropped(Meter meter) {
    counter =
        meter
            .counterBuilder("customerio.agent.dropped")
            .setDescription("Telemetry dropped by the agent, by type")
            .build();
    of(LOG);
  }

  /** Counts one of these each time it is run; the series is there from now on. */
  Runnable of(String what) {
    Attributes attributes = Attributes.of(WHAT, what);
    counter.add(0, attributes);
    return () -> {
      counter.add(1, attributes);
      total.increment();
    };
  }

  /** How much it was of everything. */
  LongAdder total() {
    return total;
  }
}
