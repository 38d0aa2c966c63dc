package io.cioagent.weaver;

import io.cioagent.core.endpoint.EndpointAddress;
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

  /** The port; {@link EndpointAddress#NO_PORT} if that agent takes none. */
  static int reserved() {
    // An agent's jar is on the class path before any agent has started.
    if (!configured("otel.metrics.exporter", "otlp").contains("prometheus")
        || ClassLoader.getSystemResource(AGENT) == null) {
      return EndpointAddress.NO_PORT;
    }
    try {
      return Integer.parseInt(configured("otel.exporter.prometheus.port", DEFAULT));
    } catch (NumberFormatException invalid) {
      return EndpointAddress.NO_PORT;
    }
  }

  private static String configured(String property, String fallback) {
    String value = System.getProperty(property);
    if (value == null) {
      value = System.getenv(property.replace('.', '_').toUpperCase(Locale.ROOT));
    }
    return value == null ? fallback : value.trim();
  }
}
