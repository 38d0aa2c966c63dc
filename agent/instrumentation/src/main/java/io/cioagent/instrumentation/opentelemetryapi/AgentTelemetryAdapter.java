package io.cioagent.instrumentation.opentelemetryapi;

/**
 * Emits the agent's telemetry through OpenTelemetry's Java agent, by that agent's own copy of the
 * API. It is loaded with the names that the API has there.
 */
public final class AgentTelemetryAdapter extends GlobalAdapter {
  @Override
  public boolean isConfigured() {
    return JavaAgent.standsBehind(HOLDER);
  }
}
