package io.cioagent.core.config;

import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads {@code otel.resource.attributes} according to the OpenTelemetry specification. */
final class ResourceAttributes {
  private ResourceAttributes() {}

  /**
   * Decoded names and values in their order. If any pair is invalid, all are ignored with one
   * warning.
   */
  static Map<String, String> parse(@Nullable RawValue raw, Warnings warnings) {
    if (raw == null) {
      return Collections.emptyMap();
    }
    Map<String, String> attributes = NamedValues.parse(raw.value);
    if (attributes == null) {
      warnings.invalid(
          raw, "a comma-separated list of percent-encoded name=value pairs", "none of it");
      return Collections.emptyMap();
    }
    return attributes;
  }
}
