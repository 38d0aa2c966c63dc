package io.cioagent.core.metrics;

import io.cioagent.core.config.ExportSettings;
import io.cioagent.core.config.LogSettings;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.Signal;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.privacy.MaskedText;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The state of the agent itself: in metrics, and in the line of {@code /-/healthy}. */
public final class AgentStatus implements EventSink {
  private static final AttributeKey<String> LIBRARY = AttributeKey.stringKey("library");
  private static final AttributeKey<String> STATE = AttributeKey.stringKey("state");

  /** The state of a library that the application does not use. */
  private static final String ABSENT = "absent";

  private final String version;
  private final IntSupplier wovenClasses;
  private final Supplier<Map<String, String>> libraries;
  private final LongAdder errors = new LongAdder();
  private final Map<String, Object> facts = new LinkedHashMap<>();

  /**
   * Adds the metrics.
   *
   * @param registry what Prometheus scrapes, if anything
   */
  public AgentStatus(
      Settings settings,
      AgentFacts agent,
      Instruments instruments,
      DroppedTelemetry dropped,
      @Nullable PrometheusRegistry registry) {
    version = agent.version;
    wovenClasses = agent.wovenClasses;
    libraries = agent.libraries;
    String java = System.getProperty("java.version", "unknown");
    if (registry != null) {
      registry.register(() -> info(version, java));
    }
    instruments.gauge(
        "customerio.agent.woven.classes",
        "Loaded classes woven by the agent",
        gauge -> gauge.record(wovenClasses.getAsInt()));
    instruments.gauge(
        "customerio.agent.instrumentation",
        "State of each supported library; 1 for its current state",
        gauge ->
            libraries
                .get()
                .forEach(
                    (library, state) ->
                        gauge.record(1, Attributes.of(LIBRARY, library, STATE, state))));
    add("service", settings.serviceName());
    if (settings.environment() != null) {
      add("environment", settings.environment());
    }
    add("java", java);
    add("spans.recent", settings.recentSpans());
    add("sampler", settings.tracesSampler());
    add("webhook.signatures", settings.webhookRules().verify() ? "verified" : "not-verified");
    LogSettings log = settings.log();
    add("log", log.level().value() + ':' + log.output());
    add("pushed", pushed(settings.exports()));
    add("errors", errors);
    add("dropped", dropped.total());
  }

  private static String pushed(ExportSettings exports) {
    List<String> pushed = new ArrayList<>();
    for (Signal signal : Signal.values()) {
      if (exports.target(signal) != null) {
        pushed.add(signal.key() + ":otlp");
      }
      if (exports.console(signal)) {
        pushed.add(signal.key() + ":console");
      }
    }
    return pushed.isEmpty() ? "nothing" : String.join(",", pushed);
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

  /** Adds to the line. The text of a value is made for each line, as counters grow. */
  private void add(String name, Object value) {
    facts.put(name, value);
  }

  @Override
  public void failed(String where) {
    errors.increment();
  }

  /**
   * The settings and state, in one line without secrets.
   *
   * @param metricsUrl where the endpoint is
   */
  public String line(String metricsUrl) {
    StringBuilder line = new StringBuilder("Customer.io agent ").append(version).append(" is up:");
    append(line, "metrics", metricsUrl);
    append(line, "woven_classes", String.valueOf(wovenClasses.getAsInt()));
    append(line, "libraries", presentLibraries());
    for (Map.Entry<String, Object> each : facts.entrySet()) {
      append(line, each.getKey(), MaskedText.of(each.getValue().toString()));
    }
    return line.toString();
  }

  private String presentLibraries() {
    StringJoiner present = new StringJoiner(",");
    present.setEmptyValue("none");
    libraries
        .get()
        .forEach(
            (library, state) -> {
              if (!state.equals(ABSENT)) {
                present.add(library + ':' + state);
              }
            });
    return present.toString();
  }

  /**
   * A configured name may contain any character; the line stays a single line, with one word for
   * each value.
   */
  private static void append(StringBuilder line, String name, String value) {
    line.append(' ').append(name).append('=');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      line.append(Character.isISOControl(c) || Character.isWhitespace(c) ? '_' : c);
    }
  }
}
