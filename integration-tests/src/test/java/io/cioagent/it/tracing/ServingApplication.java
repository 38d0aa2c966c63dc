package io.cioagent.it.tracing;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.Sources;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The application that sends to Customer.io while it serves requests, compiled when first used. */
final class ServingApplication {

  private static final Map<Boolean, Path> CLASSES = new ConcurrentHashMap<>();

  private ServingApplication() {}

  /** Without {@code java.net.http} where the JDK has none. */
  static Jvm on(Jdk jdk, Jvm jvm) {
    Path classes = CLASSES.computeIfAbsent(jdk.feature() == 8, ServingApplication::compiled);
    return jvm.classPath(classes).classPath(Build.java8Apps());
  }

  private static Path compiled(boolean forJava8) {
    List<Path> folders =
        List.of(
            Build.appSources("served"), Build.appSources(forJava8 ? "servedjava8" : "servedjdk"));
    return new Sources(folders, List.of(Build.java8Apps()), forJava8 ? 8 : 11)
        .java(Build.scratch("served"));
  }
}
