package io.cioagent.core.metrics;

import java.util.Collection;
import java.util.Map;

/** Facts about the agent that are known outside the core; read when they are needed. */
public interface AgentFacts {
  /** The agent's version. */
  String version();

  /** The number of classes that are woven now. */
  int wovenClasses();

  /** The state of each library by its name, always the same few names. */
  Map<String, String> libraries();

  /** Where the agent's own code may fail: a few fixed names. */
  Collection<String> places();
}
