package io.cioagent.core.telemetry;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** What the agent's other rooms know of the agent itself. */
public final class AgentFacts {
  final String version;
  final IntSupplier wovenClasses;
  final Supplier<Map<String, String>> libraries;
  final Collection<String> places;

  /**
   * What is told as it stands.
   *
   * @param version the agent's
   * @param wovenClasses how many classes are woven now; asked at each scrape
   * @param libraries the state of each library by its name, always the same few names; asked at
   *     each scrape
   * @param places where the agent's own code may fail: a few fixed names
   */
  public AgentFacts(
      String version,
      IntSupplier wovenClasses,
      Supplier<Map<String, String>> libraries,
      Collection<String> places) {
    this.version = version;
    this.wovenClasses = wovenClasses;
    this.libraries = libraries;
    this.places = new TreeSet<>(places);
  }
}
