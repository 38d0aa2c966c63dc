package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.TelemetryInstrumentation;

/** Finds the copies of the API that can take the agent's telemetry. */
public final class GlobalOpenTelemetryInstrumentation implements TelemetryInstrumentation {

  /**
   * @param observer unused, the adapters have it
   */
  public GlobalOpenTelemetryInstrumentation(Observer observer) {}

  @Override
  public String className() {
    return "io.opentelemetry.api.GlobalOpenTelemetry";
  }

  @Override
  public Class<? extends Adapter> adapter() {
    return GlobalAdapter.class;
  }
}
