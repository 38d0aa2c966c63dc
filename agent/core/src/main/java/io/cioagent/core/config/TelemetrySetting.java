package io.cioagent.core.config;

/** Whose OpenTelemetry spans and metrics go to. */
final class TelemetrySetting {
  private static final String APPLICATION = "application";

  private TelemetrySetting() {}

  /**
   * Whether it is the application's own.
   *
   * @param given null for the default
   */
  static boolean read(Given given, Warnings warnings) {
    String agent = Setting.TELEMETRY.fallback();
    if (given == null || agent.equalsIgnoreCase(given.value)) {
      return false;
    }
    if (!APPLICATION.equalsIgnoreCase(given.value)) {
      warnings.unreadable(given, "agent or application", agent);
      return false;
    }
    return true;
  }
}
