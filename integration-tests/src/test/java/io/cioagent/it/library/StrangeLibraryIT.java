package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Classes that have the names of a library's and not its methods. */
@EveryJdk
class StrangeLibraryIT {
  private static final String REAL_CALL = "okhttp3.internal.connection.RealCall";
  private static final String INTERCEPTOR = "okhttp3.internal.http.CallServerInterceptor";
  private static final Path STRANGE = compiled();

  @Parameter private Jdk jdk;

  private static Path compiled() {
    List<Path> folder = List.of(Build.appSources("strangelibraries"));
    return new Sources(folder, List.of(), 8).java(Build.scratch("strangelibraries"));
  }

  @Test
  void classWithoutRequiredMethodsIsReportedOnceAndNotWoven() throws IOException {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn)) {
      identify(jvm);
      awaitStates(jvm, "httpurlconnection active", "java-concurrent active");
      double before = jvm.endpoint().scrape().value("customerio_agent_woven_classes");
      assertThat(jvm.ask("load-own", names(REAL_CALL))).isEqualTo("= 1");
      assertThat(jvm.ask("load", names(REAL_CALL), STRANGE.toString())).isEqualTo("= 1");
      awaitStates(jvm, "httpurlconnection active", "java-concurrent active", "okhttp partial");
      assertThat(jvm.endpoint().scrape().value("customerio_agent_woven_classes")).isEqualTo(before);
      assertThat(
              new String(jvm.endpoint().send("GET", "/-/healthy").body(), StandardCharsets.UTF_8))
          .contains(" libraries=httpurlconnection:active,okhttp:partial,java-concurrent:active ");
      identify(jvm);
      assertThat(
              Await.quietly(
                  () ->
                      Double.valueOf(2)
                          .equals(
                              jvm.endpoint()
                                  .scrape()
                                  .value(
                                      "customerio_api_requests_total",
                                      "operation",
                                      "identify",
                                      "status",
                                      "success"))))
          .isTrue();
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .filteredOn(line -> line.contains("WARN"))
          .singleElement()
          .asString()
          .contains(
              "Library okhttp, version unknown: class " + REAL_CALL + " is not observed",
              "lacks enqueue(okhttp3.Callback) and getResponseWithInterceptorChain",
              "docs/troubleshooting.md");
      AgentOutput.assertOneLine(jvm, List.of(REAL_CALL));
    }
  }

  /** GlassFish is observed in Grizzly; that it has no Coyote is no fault of its version. */
  @Test
  void grizzlyAdapterIsNotTakenForTomcats() throws IOException {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn)) {
      identify(jvm);
      assertThat(jvm.ask("load-own", names("org.apache.catalina.connector.CoyoteAdapter")))
          .isEqualTo("= 1");
      awaitStates(jvm, "httpurlconnection active", "java-concurrent active");
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  /** The class has the required methods; those of its parameters are missing. */
  @Test
  void codeThatKeepsFailingIsSwitchedOff() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn)) {
      identify(jvm);
      assertThat(jvm.ask("run-own", INTERCEPTOR)).isEqualTo("= ran");
      awaitStates(jvm, "httpurlconnection active", "java-concurrent active", "okhttp failed");
      assertThat(jvm.endpoint().scrape().value("customerio_agent_errors_total", "where", "okhttp"))
          .isEqualTo(10);
      assertThat(jvm.ask("run-own", INTERCEPTOR)).isEqualTo("= ran");
      assertThat(jvm.endpoint().scrape().sum("customerio_agent_errors_total")).isEqualTo(10);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .filteredOn(line -> line.contains("WARN"))
          // The first failure is reported once telemetry has started.
          .satisfiesExactlyInAnyOrder(
              line -> assertThat(line).contains("The agent failed in okhttp"),
              line ->
                  assertThat(line)
                      .contains("Library okhttp: class " + INTERCEPTOR + " is no longer observed")
                      .contains("failed 10 times in a row, the last time with java.lang."));
    }
  }

  @Test
  void libraryIsAbsentAgainOnceItsClassLoaderIsGone() throws IOException {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn)) {
      identify(jvm);
      String okhttp =
          MavenRepository.jars(List.of("com.squareup.okhttp3:okhttp:4.12.0")).stream()
              .map(Path::toString)
              .filter(jar -> jar.contains("okhttp-4"))
              .findAny()
              .orElseThrow();
      assertThat(jvm.ask("load", names(REAL_CALL), okhttp)).isEqualTo("= 1");
      assertThat(states(jvm)).contains("okhttp active");
      assertThat(
              Await.quietly(
                  () -> {
                    jvm.ask("forget");
                    return !states(jvm).contains("okhttp active");
                  }))
          .isTrue();
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  @Test
  void dryRunListsMissingMethods() throws IOException {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).setting("dry-run", "true"), standIn)) {
      assertThat(jvm.ask("load-own", names(REAL_CALL))).isEqualTo("= 1");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr())
          .filteredOn(line -> line.contains(REAL_CALL))
          .singleElement()
          .asString()
          .contains("would not weave " + REAL_CALL + ": it lacks enqueue(okhttp3.Callback)");
    }
  }

  private static void identify(RunningJvm jvm) {
    assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
        .isEqualTo("= null");
  }

  /** Late classes are woven on a thread of their own. */
  private static void awaitStates(RunningJvm jvm, String... expected) {
    Set<String> all = Set.of(expected);
    Await.quietly(() -> states(jvm).equals(all));
    assertThat(states(jvm)).isEqualTo(all);
  }

  /** Of every library that is there, and each has one series. */
  private static Set<String> states(RunningJvm jvm) {
    Scrape scrape = jvm.endpoint().scrape();
    Set<String> libraries = new TreeSet<>();
    Set<String> present = new TreeSet<>();
    scrape
        .of("customerio_agent_instrumentation")
        .forEach(
            sample -> {
              String library = sample.label("library");
              assertThat(libraries.add(library)).as("one series of %s", library).isTrue();
              assertThat(sample.value()).isEqualTo(1);
              if (!sample.label("state").equals("absent")) {
                present.add(library + ' ' + sample.label("state"));
              }
            });
    assertThat(libraries).contains("okhttp", "tomcat", "java-concurrent").hasSizeLessThan(30);
    return present;
  }

  private static String names(String className) throws IOException {
    return Files.write(Build.scratch("names").resolve("names"), List.of(className)).toString();
  }

  private static RunningJvm start(Jvm jvm, StandIn standIn) {
    // On Java 8 no file says where a host is.
    String address = "127.0.0.1:" + standIn.port();
    return jvm.agent("hosts=" + address)
        .classPath(Build.java8Apps())
        .classPath(STRANGE)
        .start("io.cioagent.it.apps.LibraryLoadingApp", "http://" + address)
        .ready();
  }
}
