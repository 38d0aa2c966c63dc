package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/** Reads whether spans and metrics go to the agent's own OpenTelemetry or the application's. */
final class TelemetrySetting {
  private static final String APPLICATION = "application";

  private TelemetrySetting() {}

  /** Whether the application's own OpenTelemetry is used. */
  static boolean read(@Nullable RawValue raw, Warnings warnings) {
    String agent = Setting.TELEMETRY.fallback();
    if (raw == null || agent.equalsIgnoreCase(raw.value)) {
      return false;
    }
    if (!APPLICATION.equalsIgnoreCase(raw.value)) {
      warnings.invalid(raw, "agent or application", agent);
      return false;
    }
    return true;
  }
}
