package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.TelemetryInstrumentation;

/** Finds OpenTelemetry's Java agent, which takes telemetry where the application has no API. */
public final class AgentTelemetryInstrumentation implements TelemetryInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public AgentTelemetryInstrumentation(Observer observer) {}

  @Override
  public String className() {
    return JavaAgent.GLOBAL;
  }

  @Override
  public Class<? extends Adapter> adapter() {
    return AgentTelemetryAdapter.class;
  }
}
