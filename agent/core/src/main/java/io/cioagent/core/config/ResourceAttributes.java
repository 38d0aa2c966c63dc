package io.cioagent.core.config;

import java.util.Collections;
import java.util.Map;

/** Reads {@code otel.resource.attributes} as the OpenTelemetry resource SDK specification says. */
final class ResourceAttributes {
  private ResourceAttributes() {}

  /**
   * Names and values, percent-decoded, in the order given. One bad pair spoils all of them, with
   * one warning. Empty for null.
   */
  static Map<String, String> parse(Given given, Warnings warnings) {
    Map<String, String> attributes = NamedValues.parse(given == null ? "" : given.value);
    if (attributes == null) {
      warnings.unreadable(
          given, "a comma-separated list of percent-encoded name=value pairs", "none of it");
      return Collections.emptyMap();
    }
    return attributes;
  }
}
