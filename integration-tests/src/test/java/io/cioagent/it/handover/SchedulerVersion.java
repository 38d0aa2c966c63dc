package io.cioagent.it.handover;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.library.LibraryRows;
import io.cioagent.it.library.MavenRepository;
import io.cioagent.it.library.Sources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/**
 * One version of a library that runs work on threads of its own, and the client that uses it.
 *
 * @param name of the folder below {@code src/apps/handover}
 * @param client simple name without {@code CustomerIoClient}
 * @param methods those that identify a customer by one request
 * @param language {@code java}, {@code kotlin:VERSION} or {@code scala:VERSION}
 */
record SchedulerVersion(
    String name,
    String version,
    String client,
    List<String> methods,
    List<String> coordinates,
    int release,
    String language) {

  private static final List<String> THREE = List.of("identify", "identifyUser", "upsertCustomer");
  private static final List<String> FOUR =
      List.of("identify", "identifyUser", "upsertCustomer", "updateCustomer");
  private static final List<String> SIX =
      List.of(
          "identify",
          "identifyUser",
          "upsertCustomer",
          "updateCustomer",
          "addOrUpdateCustomer",
          "identifyCustomer");

  private static final List<SchedulerVersion> ALL =
      List.of(
          java("reactor", "3.1.0.RELEASE", "Reactor", FOUR, "io.projectreactor:reactor-core:"),
          java("reactor", "3.8.8", "Reactor", FOUR, "io.projectreactor:reactor-core:"),
          java("rxjava2", "2.0.0", "Rx", FOUR, "io.reactivex.rxjava2:rxjava:"),
          java("rxjava2", "2.2.21", "Rx", FOUR, "io.reactivex.rxjava2:rxjava:"),
          java("rxjava3", "3.1.12", "Rx", FOUR, "io.reactivex.rxjava3:rxjava:"),
          java("spring", "4.3.30.RELEASE", "Spring", THREE, "org.springframework:spring-context:"),
          java("spring", "5.3.39", "Spring", THREE, "org.springframework:spring-context:"),
          new SchedulerVersion(
              "spring",
              "6.2.11",
              "Spring",
              THREE,
              List.of("org.springframework:spring-context:6.2.11"),
              17,
              "java"),
          coroutines("1.3.9", "kotlinx-coroutines-core"),
          coroutines("1.6.4", "kotlinx-coroutines-core-jvm"),
          coroutines("1.10.2", "kotlinx-coroutines-core-jvm"),
          scala(Sources.SCALA_2_12, "scala-library"),
          scala(Sources.SCALA_2_13, "scala-library"));

  private static final Map<SchedulerVersion, Path> COMPILED = new ConcurrentHashMap<>();

  private static SchedulerVersion java(
      String name, String version, String client, List<String> methods, String coordinates) {
    return new SchedulerVersion(
        name, version, client, methods, List.of(coordinates + version), 8, "java");
  }

  private static SchedulerVersion coroutines(String version, String artifact) {
    return new SchedulerVersion(
        "kotlin",
        version,
        "Coroutine",
        SIX,
        // The compiler's own; what it compiles needs no older one.
        List.of(
            "org.jetbrains.kotlin:kotlin-stdlib:" + Sources.KOTLIN,
            "org.jetbrains.kotlinx:" + artifact + ":" + version),
        8,
        "kotlin:" + Sources.KOTLIN);
  }

  private static SchedulerVersion scala(String version, String artifact) {
    return new SchedulerVersion(
        "scala",
        version,
        "Future",
        THREE,
        List.of("org.scala-lang:" + artifact + ":" + version),
        8,
        "scala:" + version);
  }

  /** All on the JDK that runs the build, the newest of each library on every one. */
  static Stream<Arguments> rows() {
    return LibraryRows.lastOnEveryJdk(ALL, SchedulerVersion::runsOn, SchedulerVersion::name);
  }

  private boolean runsOn(Jdk jdk) {
    return release <= jdk.feature();
  }

  /** The client and all that it needs. */
  List<Path> classPath() {
    List<Path> path = new ArrayList<>(List.of(Build.java8Apps()));
    path.addAll(MavenRepository.jars(coordinates));
    path.add(COMPILED.computeIfAbsent(this, row -> row.compile(List.copyOf(path))));
    return path;
  }

  private Path compile(List<Path> path) {
    List<Path> folders = List.of(Build.appSources("handover/" + name));
    Sources sources = new Sources(folders, path, release);
    Path classes = Build.scratch(name + "-" + version);
    String[] parts = language.split(":", -1);
    return switch (parts[0]) {
      case "kotlin" -> sources.kotlin(parts[1], classes);
      case "scala" -> sources.scala(parts[1], classes);
      default -> sources.java(classes);
    };
  }

  @Override
  public String toString() {
    return name + " " + version;
  }
}
