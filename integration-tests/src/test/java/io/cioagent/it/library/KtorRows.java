package io.cioagent.it.library;

import java.util.Set;
import java.util.TreeSet;

/** Rows of the table for Ktor's client, each on one of its engines. */
final class KtorRows {

  private static final Set<String> WAYS =
      Set.of("sync", "async", "block", "streamed", "reused", "proxy", "start");

  private KtorRows() {}

  /** On CIO, which speaks HTTP by itself. */
  static LibraryVersion cio(String version) {
    Set<String> ways = new TreeSet<>(WAYS);
    ways.add("pipelined");
    ways.add("timeout");
    return on("cio", version, ways);
  }

  /** On an engine that is a library of its own. Ktor's time-outs cancel its requests. */
  static LibraryVersion on(String engine, String version) {
    return on(engine, version, WAYS);
  }

  private static LibraryVersion on(String engine, String version, Set<String> ways) {
    boolean before3 = version.startsWith("2.");
    return LibraryVersion.of(
            "ktor-" + engine,
            version,
            "KtorLibraryApp",
            ways,
            "io.ktor:ktor-client-" + engine + "-jvm:" + version,
            "org.slf4j:slf4j-nop:" + (before3 ? "1.7.36" : "2.0.17"))
        .sources("ktor", "ktor" + engine, before3 ? "ktor2" : "ktor3");
  }
}
