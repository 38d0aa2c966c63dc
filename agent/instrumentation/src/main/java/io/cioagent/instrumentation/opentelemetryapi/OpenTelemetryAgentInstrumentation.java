package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Asks OpenTelemetry's Java agent for its current span. */
public final class OpenTelemetryAgentInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public OpenTelemetryAgentInstrumentation(Observer observer) {}

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return AgentSpanAdapter.class;
  }
}
