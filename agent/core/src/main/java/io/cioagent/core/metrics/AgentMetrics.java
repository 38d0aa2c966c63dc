package io.cioagent.core.metrics;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import org.jspecify.annotations.Nullable;

/** The metrics of the agent itself, besides those of its failures. */
public final class AgentMetrics {
  private static final AttributeKey<String> LIBRARY = AttributeKey.stringKey("library");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

  private AgentMetrics() {}

  /**
   * Adds the metrics.
   *
   * @param registry what Prometheus scrapes, if anything
   */
  public static void add(
      AgentFacts agent, Instruments instruments, @Nullable PrometheusRegistry registry) {
    String version = agent.version();
    String java = AgentStatus.javaVersion();
    if (registry != null) {
      registry.register(() -> info(version, java));
    }
    instruments.gauge(
        "customerio.agent.woven.classes",
        "Loaded classes woven by the agent",
        gauge -> gauge.record(agent.wovenClasses()));
    instruments.gauge(
        "customerio.agent.instrumentation",
        "State of each HTTP library; 1 for its current state",
        gauge ->
            agent
                .libraries()
                .forEach(
                    (library, state) ->
                        gauge.record(1, Attributes.of(LIBRARY, library, STATE, state))));
  }

  /**
   * Past the SDK, whose exporter takes the {@code _info} off the names of gauges; what is pushed
   * says as much in its resource.
   */
  private static MetricSnapshot info(String version, String java) {
    return InfoSnapshot.builder()
        .name("customerio_agent")
        .help("Versions of the agent and of Java; always 1")
        .dataPoint(
            InfoSnapshot.InfoDataPointSnapshot.builder()
                .labels(Labels.of("version", version, "java_version", java))
                .build())
        .build();
  }
}
