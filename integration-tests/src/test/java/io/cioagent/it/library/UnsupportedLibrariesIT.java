package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.StandIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The agent says so when an application uses an HTTP library that it does not observe. */
@BuildAndOldestJdk
class UnsupportedLibrariesIT {
  private static final Map<Row, Path> COMPILED = new ConcurrentHashMap<>();

  @Parameter private Jdk jdk;

  /**
   * A library.
   *
   * @param folder of the application, and its only class
   * @param titles what the agent calls the library, by label
   */
  record Row(String folder, String app, Map<String, String> titles, List<String> coordinates) {
    private List<Path> jars() {
      return MavenRepository.jars(coordinates);
    }

    private Path compiled() {
      return new Sources(List.of(Build.appSources(folder)), jars(), 8).java(Build.scratch(folder));
    }

    @Override
    public String toString() {
      return coordinates.get(0);
    }
  }

  static Stream<Row> rows() {
    return Stream.of(
        new Row(
            "unsupportedakka",
            "AkkaExchange",
            Map.of(
                "akka-http-client", "Akka HTTP's client", "akka-http-server", "Akka HTTP's server"),
            List.of(
                "com.typesafe.akka:akka-http_2.13:10.2.10",
                "com.typesafe.akka:akka-stream_2.13:2.6.21")),
        new Row(
            "unsupportedpekko",
            "PekkoExchange",
            Map.of(
                "pekko-http-client",
                "Pekko HTTP's client",
                "pekko-http-server",
                "Pekko HTTP's server"),
            List.of(
                "org.apache.pekko:pekko-http_2.13:1.2.0",
                "org.apache.pekko:pekko-stream_2.13:1.1.5")),
        new Row(
            "unsupportedarmeria",
            "ArmeriaExchange",
            Map.of("armeria-server", "Armeria's server"),
            List.of("com.linecorp.armeria:armeria:1.33.1")),
        new Row(
            "unsupportednanohttpd",
            "NanoHttpdExchange",
            Map.of("nanohttpd", "NanoHTTPD"),
            List.of("org.nanohttpd:nanohttpd:2.3.1")));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void useIsReportedOnceForEachLibrary(Row row) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), row, standIn)) {
      exchange(jvm, row);
      exchange(jvm, row);
      Map<String, String> states = new TreeMap<>();
      jvm.endpoint().scrape().of("customerio_agent_instrumentation").stream()
          .filter(sample -> sample.label("state").equals("unsupported"))
          .forEach(sample -> states.put(sample.label("library"), sample.label("state")));
      assertThat(states).containsOnlyKeys(row.titles.keySet());
      String healthy =
          new String(jvm.endpoint().send("GET", "/-/healthy").body(), StandardCharsets.UTF_8);
      assertThat(row.titles.keySet())
          .allSatisfy(label -> assertThat(healthy).contains(label + ":unsupported"));
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .filteredOn(line -> line.contains("is not observed"))
          .hasSameSizeAs(row.titles.keySet())
          .allMatch(line -> line.contains("INFO"));
      assertThat(row.titles.values())
          .allSatisfy(
              title ->
                  assertThat(jvm.stderr())
                      .anyMatch(
                          line ->
                              line.contains(title + " runs in this JVM and is not observed: ")));
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void dryRunReportsUse(Row row) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).setting("dry-run", "true"), row, standIn)) {
      exchange(jvm, row);
      Await.until(
          "a line for each library",
          () ->
              row.titles.values().stream()
                  .allMatch(
                      title ->
                          jvm.stderr().stream()
                              .anyMatch(
                                  line ->
                                      line.contains("Dry run: " + title)
                                          && line.contains("is not observed"))));
      assertThat(jvm.finish()).isZero();
    }
  }

  private static void exchange(RunningJvm jvm, Row row) {
    assertThat(jvm.ask("run-own", "io.cioagent.it.apps." + row.app)).isEqualTo("= ran");
  }

  private static RunningJvm start(Jvm jvm, Row row, StandIn standIn) {
    String address = "127.0.0.1:" + standIn.port();
    jvm.agent("hosts=" + address).classPath(Build.java8Apps());
    // They log to standard output, where the application answers.
    jvm.option("-Dakka.loglevel=OFF").option("-Dpekko.loglevel=OFF");
    jvm.classPath(COMPILED.computeIfAbsent(row, Row::compiled));
    row.jars().forEach(jvm::classPath);
    return jvm.start("io.cioagent.it.apps.LibraryLoadingApp", "http://" + address).ready();
  }
}
