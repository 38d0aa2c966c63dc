package io.cioagent.core.telemetry;

import io.cioagent.core.metrics.AgentFacts;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Facts about an agent that weaves nothing. */
final class FixedFacts implements AgentFacts {
  private final Map<String, String> libraries = new LinkedHashMap<>();

  FixedFacts() {
    libraries.put("http", "active");
    libraries.put("other", "absent");
    libraries.put("web", "partial");
  }

  @Override
  public String version() {
    return "1.2.3";
  }

  @Override
  public int wovenClasses() {
    return 42;
  }

  @Override
  public Map<String, String> libraries() {
    return libraries;
  }

  @Override
  public Collection<String> places() {
    return Arrays.asList("weaver", "client");
  }
}
