package io.cioagent.core.metrics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/** Facts about the agent that are known outside the core. */
public final class AgentFacts {
  public final String version;
  final IntSupplier wovenClasses;
  final Supplier<Map<String, String>> libraries;
  public final Collection<String> places;

  /**
   * Facts that are read when they are needed.
   *
   * @param version the agent's
   * @param wovenClasses the number of classes that are woven now; read at each scrape
   * @param libraries the state of each library by its name, always the same few names; read at each
   *     scrape
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
