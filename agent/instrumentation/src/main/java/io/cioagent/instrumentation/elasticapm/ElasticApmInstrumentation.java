package io.cioagent.instrumentation.elasticapm;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.TracerAdapter;
import io.cioagent.instrumentation.TracerInstrumentation;

/** Finds Elastic's agent, for its current span. */
public final class ElasticApmInstrumentation implements TracerInstrumentation {

  /**
   * @param observer unused, the adapter has it
   */
  public ElasticApmInstrumentation(Observer observer) {}

  /** The class that starts the agent, also in a running JVM. */
  @Override
  public String className() {
    return "co.elastic.apm.agent.premain.AgentMain";
  }

  @Override
  public Class<? extends TracerAdapter> adapter() {
    return ElasticApmSpanAdapter.class;
  }
}
