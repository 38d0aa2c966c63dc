package io.cioagent.weaver;

import io.cioagent.core.metrics.AgentFacts;
import java.util.Collection;
import java.util.Map;

/** What the weaver and the build know. */
final class WeaverFacts implements AgentFacts {
  private final String version = AgentVersion.read();
  private final Weaver weaver;

  WeaverFacts(Weaver weaver) {
    this.weaver = weaver;
  }

  @Override
  public String version() {
    return version;
  }

  @Override
  public int wovenClasses() {
    return weaver.wovenClasses();
  }

  @Override
  public Map<String, String> libraries() {
    return weaver.libraries();
  }

  @Override
  public Collection<String> places() {
    return FailureOrigins.read();
  }
}
