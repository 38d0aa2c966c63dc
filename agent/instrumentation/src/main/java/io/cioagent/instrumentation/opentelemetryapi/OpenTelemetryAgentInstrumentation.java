package io.cioagent.instrumentation.opentelemetryapi;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Finds OpenTelemetry's Java agent, for its current span. */
public final class OpenTelemetryAgentInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public OpenTelemetryAgentInstrumentation(Observer observer) {}

  /** First needed when a span is looked up or made current, and never before. */
  @Override
  public String className() {
    return "io.opentelemetry.javaagent.shaded.io.opentelemetry.api.trace.SpanContextKey";
  }

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return AgentSpanAdapter.class;
  }
}
