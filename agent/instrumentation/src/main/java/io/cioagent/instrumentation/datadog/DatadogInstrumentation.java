package io.cioagent.instrumentation.datadog;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Finds Datadog's agent, for its current span. */
public final class DatadogInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public DatadogInstrumentation(Observer observer) {}

  /** On the bootstrap loader with the agent; elsewhere, it has no spans. */
  @Override
  public String className() {
    return "datadog.trace.api.GlobalTracer";
  }

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return DatadogSpanAdapter.class;
  }
}
