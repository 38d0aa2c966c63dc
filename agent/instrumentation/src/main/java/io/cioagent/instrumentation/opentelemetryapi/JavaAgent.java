package io.cioagent.instrumentation.opentelemetryapi;

import java.lang.reflect.Field;
import java.util.Locale;

/**
 * Whether OpenTelemetry's Java agent stands behind the copies of the API, as it does by default.
 */
final class JavaAgent {
  static final String GLOBAL =
      "io.opentelemetry.javaagent.shaded.io.opentelemetry.api.GlobalOpenTelemetry";

  /** Each of them turned off leaves the copies to themselves. */
  private static final String[] SWITCHES = {
    "otel.javaagent.enabled",
    "otel.instrumentation.opentelemetry-api.enabled",
    "otel.instrumentation.common.default-enabled",
    "otel.instrumentation.common.default.enabled"
  };

  private JavaAgent() {}

  /** Then nothing else can configure them: the agent ignores all attempts. */
  static boolean standsBehind(String holder) {
    for (String each : SWITCHES) {
      if ("false".equalsIgnoreCase(setting(each))) {
        return false;
      }
    }
    try {
      Field global = Class.forName(GLOBAL, false, null).getDeclaredField(holder);
      global.setAccessible(true);
      return global.get(null) != null;
    } catch (ReflectiveOperationException | RuntimeException e) {
      return false;
    }
  }

  private static String setting(String property) {
    String value = System.getProperty(property);
    return value == null
        ? System.getenv(property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT))
        : value;
  }
}
