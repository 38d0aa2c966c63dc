package io.cioagent.it.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * Every required pointcut matches in every version under test: the classes are only loaded, so that
 * all versions take a few seconds together, those among them that no case would ever load.
 */
@EveryJdk
class EveryPointcutIT {

  @Parameter private Jdk jdk;

  @Test
  void everyVersionHasWhatTheAgentRequires() throws IOException {
    Path names = names();
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(standIn)) {
      assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      assertThat(jvm.ask("receive")).startsWith("= ");
      int ofJdk = loaded(jvm.ask("load-own", names.toString()));
      assertThat(ofJdk).isGreaterThan(20);
      for (LibraryVersion row : rows()) {
        String jars =
            MavenRepository.jars(row.coordinates()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        int loaded = loaded(jvm.ask("load", names.toString(), jars));
        assertThat(loaded).as("classes that are woven in %s", row).isGreaterThan(ofJdk);
      }
      Scrape scrape = jvm.endpoint().scrape();
      assertThat(scrape.of("customerio_agent_instrumentation"))
          .filteredOn(sample -> !sample.label("state").equals("absent"))
          .allMatch(sample -> sample.label("state").equals("active"))
          .extracting(sample -> sample.label("library"))
          .containsAll(libraries());
      assertThat(scrape.sum("customerio_agent_errors_total")).isZero();
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  /** On the JDK that runs the build all of them, elsewhere what the JDK itself brings. */
  private List<LibraryVersion> rows() {
    return jdk.equals(Jdk.running())
        ? LibraryVersions.all().stream()
            .filter(row -> !row.coordinates().isEmpty())
            // CXF brings no HTTP library: it stands on the JDK's.
            .filter(row -> !row.library().equals("cxf"))
            .toList()
        : List.of();
  }

  private List<String> libraries() {
    List<String> present =
        new ArrayList<>(List.of("httpurlconnection", "java-concurrent", "jdk-httpserver"));
    if (jdk.feature() > 8) {
      present.add("java-net-http");
    }
    if (jdk.equals(Jdk.running())) {
      present.addAll(
          List.of(
              "okhttp",
              "apache-httpclient-4",
              "apache-httpasyncclient-4",
              "apache-httpclient-5",
              "commons-httpclient-3",
              "jodd-http",
              "netty",
              "reactor-netty",
              "reactor-core",
              "async-http-client",
              "jetty-client"));
    }
    return present;
  }

  private static int loaded(String answer) {
    assertThat(answer).startsWith("= ");
    return Integer.parseInt(answer.substring(2));
  }

  private RunningJvm start(StandIn standIn) {
    // On Java 8 no file says where a host is.
    String address = "127.0.0.1:" + standIn.port();
    return Jvm.on(jdk)
        .agent("hosts=" + address)
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.LibraryLoadingApp", "http://" + address)
        .ready();
  }

  /** The agent's own list; those that are woven late are loaded by the JDK anyway. */
  private static Path names() throws IOException {
    try (JarFile agent = new JarFile(Build.agentJar().toFile())) {
      String list =
          new String(
              agent
                  .getInputStream(agent.getEntry("META-INF/customerio-agent/woven-classes"))
                  .readAllBytes(),
              StandardCharsets.UTF_8);
      List<String> names =
          list.lines()
              .filter(line -> line.matches("[*+\\w].* = .*"))
              .map(line -> line.substring(0, line.indexOf(' ')).replaceAll("^[*+]", ""))
              .toList();
      return Files.write(Build.scratch("names").resolve("names"), names);
    }
  }
}
