package io.cioagent.launcher;

import java.lang.instrument.Instrumentation;

/**
 * What the agent needs of the JDK's internals since Java 9. Its implementation is compiled for Java
 * 9: on recent JDKs, calls by reflection take longer than the rest of the agent's start.
 */
interface JdkInternals {
  /**
   * Opens packages of {@code java.base} to the agent, whatever the application's own settings.
   *
   * @param isolated loads the agent
   */
  void open(Instrumentation instrumentation, ClassLoader isolated, String... packages);

  /** Defines a class on the bootstrap class loader; to be called after {@link #open}. */
  void define(String internalName, byte[] bytes);
}
