package io.cioagent.it.neighbours;

import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.io.IOException;
import java.util.List;

/** Another agent in one JVM, and what it has counted there. */
interface Neighbour extends AutoCloseable {

  /** Adds it to the JVM's options. */
  void join(Jvm jvm);

  /** Looks at what only a running JVM shows. */
  default void look(RunningJvm jvm) {}

  /** What it has counted, once the JVM has ended; in one order. */
  List<String> counts() throws IOException;

  /** The names of all classes that it has recorded, whoever they belong to. */
  default List<String> classes() throws IOException {
    return List.of();
  }

  /** Whether a line of the neighbour on standard error reports no error of either agent. */
  default boolean isHarmless(String line) {
    return false;
  }

  @Override
  default void close() {}

  /** Makes one for each JVM. */
  @FunctionalInterface
  interface Maker {
    Neighbour make(String version, Jdk jdk) throws IOException;
  }
}
