package io.cioagent.instrumentation.newrelic;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Finds New Relic's agent, for its current span. */
public final class NewRelicInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public NewRelicInstrumentation(Observer observer) {}

  /** Of the agent, on the bootstrap loader. Its API is there too. */
  @Override
  public String className() {
    return "com.newrelic.agent.bridge.AgentBridge";
  }

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return NewRelicSpanAdapter.class;
  }
}
