package io.cioagent.it.tracing;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.library.Sources;
import java.nio.file.Path;
import java.util.List;

/** The application that sends to Customer.io while it serves requests, compiled when first used. */
final class ServingApplication {

  private static final Path CLASSES =
      new Sources(List.of(Build.appSources("served")), List.of(Build.java8Apps()), 11)
          .java(Build.scratch("served"));

  private ServingApplication() {}

  static Jvm on(Jvm jvm) {
    return jvm.classPath(CLASSES).classPath(Build.java8Apps());
  }
}
