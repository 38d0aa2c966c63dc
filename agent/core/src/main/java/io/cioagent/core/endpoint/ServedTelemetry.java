package io.cioagent.core.endpoint;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.jspecify.annotations.Nullable;

/** What the pages of the endpoint show. */
public interface ServedTelemetry {
  /** The metrics for {@code /metrics}. */
  PrometheusRegistry registry();

  /** The spans for {@code /spans}, if it is enabled. */
  @Nullable RecentSpans recentSpans();

  /** The telemetry, which may not have started yet. */
  interface Source {
    /** Starts it if necessary and waits for it; null if it failed or takes too long. */
    @Nullable ServedTelemetry await();

    /** The library that writes metrics failed to load: there is no point in an endpoint. */
    void cannotBeServed(LinkageError failure);
  }
}
