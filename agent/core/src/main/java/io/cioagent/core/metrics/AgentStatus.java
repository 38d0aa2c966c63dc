package io.cioagent.core.metrics;

import io.cioagent.core.config.ExportSettings;
import io.cioagent.core.config.LogSettings;
import io.cioagent.core.config.Settings;
import io.cioagent.core.config.Signal;
import io.cioagent.core.event.EventSink;
import io.cioagent.core.privacy.MaskedText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.atomic.LongAdder;

/**
 * The state of the agent itself: the line of {@code /-/healthy}. Needs no SDK, so that the page
 * does not start it.
 */
public final class AgentStatus implements EventSink {
  /** The state of a library that the application does not use. */
  private static final String ABSENT = "absent";

  private final Settings settings;
  private final AgentFacts agent;
  private final LongAdder errors = new LongAdder();
  private final LongAdder dropped = new LongAdder();

  public AgentStatus(Settings settings, AgentFacts agent) {
    this.settings = settings;
    this.agent = agent;
  }

  /** The number of dropped items of telemetry, for the line. */
  public LongAdder dropped() {
    return dropped;
  }

  private Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("service", settings.serviceName());
    if (settings.environment() != null) {
      facts.put("environment", settings.environment());
    }
    facts.put("java", javaVersion());
    facts.put("spans.recent", settings.recentSpans());
    facts.put("sampler", settings.tracesSampler());
    facts.put("webhook.signatures", settings.webhookRules().verify() ? "verified" : "not-verified");
    LogSettings log = settings.log();
    facts.put("log", log.level().value() + ':' + log.output());
    facts.put("pushed", pushed(settings.exports()));
    facts.put("errors", errors);
    facts.put("dropped", dropped);
    return facts;
  }

  static String javaVersion() {
    return System.getProperty("java.version", "unknown");
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
    StringBuilder line =
        new StringBuilder("Customer.io agent ").append(agent.version()).append(" is up:");
    append(line, "metrics", metricsUrl);
    append(line, "woven_classes", String.valueOf(agent.wovenClasses()));
    append(line, "libraries", presentLibraries());
    for (Map.Entry<String, Object> each : facts().entrySet()) {
      append(line, each.getKey(), MaskedText.of(each.getValue().toString()));
    }
    return line.toString();
  }

  private String presentLibraries() {
    StringJoiner present = new StringJoiner(",");
    present.setEmptyValue("none");
    agent
        .libraries()
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
