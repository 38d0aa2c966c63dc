package io.cioagent.weaver;

import io.cioagent.core.config.Settings;
import java.util.Locale;

/**
 * The port on which the OpenTelemetry Java agent in the same JVM serves Prometheus. If that port is
 * taken, the OpenTelemetry agent fails altogether, so the endpoint avoids it, whichever agent
 * starts first.
 */
final class OpenTelemetryAgentPort {
  private static final String AGENT = "io/opentelemetry/javaagent/OpenTelemetryAgent.class";
  private static final String DEFAULT = "9464";

  private OpenTelemetryAgentPort() {}

  /** Whether the endpoint is configured for the same port. */
  static boolean clashesWith(Settings settings) {
    // An agent's jar is on the class path before any agent has started.
    return settings.prometheusEnabled()
        && given("otel.metrics.exporter", "otlp").contains("prometheus")
        && given("otel.exporter.prometheus.port", DEFAULT)
            .equals(String.valueOf(settings.prometheusPortFrom()))
        && settings.prometheusPortFrom() == settings.prometheusPortTo()
        && ClassLoader.getSystemResource(AGENT) != null;
  }

  private static String given(String property, String fallback) {
    String value = System.getProperty(property);
    if (value == null) {
      value = System.getenv(property.replace('.', '_').toUpperCase(Locale.ROOT));
    }
    return value == null ? fallback : value.trim();
  }
}
