package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Counts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JVMs with unusual class loaders, streams, locales, folders or permissions. */
@EveryJdk
class SurroundingsIT {

  private static final String APP = "io.cioagent.it.apps.SurroundingsApp";
  private static final Scrape NOTHING = new Scrape(List.of(), Map.of());

  @Parameter private Jdk jdk;
  private final StandIn standIn = StandIn.http();

  @AfterAll
  void stopServer() {
    standIn.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void lateLogManagerOfTheApplicationIsUsed(boolean configuredByCommandLine) throws IOException {
    Jvm jvm = agent();
    if (configuredByCommandLine) {
      Path empty = Files.createFile(Build.scratch("logging").resolve("logging.properties"));
      jvm.option("-Djava.util.logging.config.file=" + empty);
    }
    try (RunningJvm running = start(jvm, "wait")) {
      if (jdk.feature() == 8 || !configuredByCommandLine) {
        running.endpoint();
      }
      assertThat(running.ask("choose-log-manager")).isEqualTo("= LateLogManager");
      assertThat(running.endpoint().scrape().samples()).isNotEmpty();
      assertOneLine(running);
    }
  }

  @Test
  void applicationSystemClassLoaderThatLocksItself() {
    Jvm jvm = agent().option("-Djava.system.class.loader=" + APP + "$SystemLoader");
    jvm.option("-Xshare:off").classPath(Build.agentJar());
    try (RunningJvm running = start(jvm, "call")) {
      assertThat(running.ask("loader")).isEqualTo("= SystemLoader");
      // In main itself; it waits for the agent under the lock of the class loader.
      assertCounted(running);
      assertOneLine(running);
    }
  }

  @Test
  void agentJarOnTheBootstrapClassPath() {
    try (RunningJvm running =
        start(agent().option("-Xbootclasspath/a:" + Build.agentJar()), "wait")) {
      assertCallIsCounted(running);
      assertThat(running.finish()).isZero();
      assertThat(agentLines(running)).hasSize(1);
    }
  }

  @Test
  void noTemporaryFolder() {
    try (RunningJvm running = start(agent().option("-Djava.io.tmpdir=/nowhere/at/all"), "wait")) {
      assertCallIsCounted(running);
      assertThat(running.finish()).isZero();
      assertThat(agentLines(running)).hasSize(1);
    }
  }

  @Test
  void standardErrorThatThrows() {
    try (RunningJvm running = start(agent(), "no-console")) {
      assertCallIsCounted(running);
      assertOneLine(running);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"th TH u-nu-thai TH", "ar EG u-nu-arab -", "ja JP u-ca-japanese JP"})
  void datesAreIsoWhateverTheLocale(String locale) {
    String[] parts = locale.split(" ", -1);
    Jvm jvm = agent();
    jvm.option("-Duser.language=" + parts[0]).option("-Duser.country=" + parts[1]);
    jvm.option("-Duser.extensions=" + parts[2]);
    if (!parts[3].equals("-")) {
      jvm.option("-Duser.variant=" + parts[3]);
    }
    String date = "20\\d\\d-[01]\\d-[0-3]\\dT[0-2]\\d:[0-5]\\d:[0-5]\\d\\.[0-9]{3}";
    try (RunningJvm running = start(jvm, "wait")) {
      assertCallIsCounted(running);
      assertOneLine(running);
      assertThat(agentLines(running).get(0))
          .containsPattern("^\\[customerio-agent] " + date + "\\S* INFO ");
      assertThat(running.operationLog())
          .hasSize(1)
          .allSatisfy(line -> assertThat(line).containsPattern("\"timestamp\":\"" + date + "Z\""));
    }
  }

  @Test
  void securityPolicyThatTrustsOnlyTheAgent() throws IOException {
    Jvm jvm = securityManager(grant("codeBase \"file:" + Build.agentJar() + "\""));
    try (RunningJvm running = start(jvm, "wait")) {
      assertCallIsCounted(running);
      assertThat(running.ask("properties")).as("the policy holds").contains("AccessControl");
      assertThat(running.finish()).isZero();
      assertThat(agentLines(running)).hasSize(1);
    }
  }

  @Test
  void securityPolicyWithoutTheAgent() throws IOException {
    try (RunningJvm running = start(securityManager(""), "wait")) {
      assertThat(running.ask("identify")).isEqualTo("= identified");
      assertThat(running.finish()).isZero();
      assertThat(agentLines(running))
          .hasSize(1)
          .allSatisfy(
              line ->
                  assertThat(line)
                      .contains("WARN")
                      .contains(grant("codeBase \"file:" + Build.agentJar() + "\"")));
    }
  }

  /** Removed in Java 24. */
  private Jvm securityManager(String grant) throws IOException {
    assumeThat(jdk.feature()).isLessThan(24);
    Path policy = Build.scratch("policy").resolve("shop.policy");
    Files.writeString(
        policy,
        grant
            + "\ngrant {"
            + " permission java.net.SocketPermission \"*\", \"connect,resolve\";"
            + " permission java.net.NetPermission \"*\";"
            + " permission java.lang.RuntimePermission \"writeFileDescriptor\";"
            + " };\n");
    return agent().option("-Djava.security.manager").option("-Djava.security.policy==" + policy);
  }

  private static String grant(String to) {
    return "grant " + to + " { permission java.security.AllPermission; };";
  }

  private Jvm agent() {
    return Jvm.on(jdk)
        .agent()
        .setting("hosts", "127.0.0.1:" + standIn.port())
        .classPath(Build.java8Apps());
  }

  private RunningJvm start(Jvm jvm, String what) {
    return jvm.start(APP, what, "http://127.0.0.1:" + standIn.port()).ready();
  }

  /** By the client's own method, so that there is a span above the exchange's. */
  private static void assertCallIsCounted(RunningJvm jvm) {
    jvm.endpoint();
    assertThat(jvm.ask("identify")).isEqualTo("= identified");
    assertCounted(jvm);
  }

  private static void assertCounted(RunningJvm jvm) {
    Endpoint endpoint = jvm.endpoint();
    Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") >= 1);
    Counts counts = Counts.between(NOTHING, endpoint.scrape());
    assertThat(counts.operations()).as("in %s", jvm).containsExactly("identify success");
    assertThat(counts.attempts())
        .containsExactly("PUT 127.0.0.1 /api/v1/customers/{identifier} 200");
    assertThat(endpoint.spans()).as("operation and attempt").hasSize(2);
  }

  private static List<String> agentLines(RunningJvm jvm) {
    return jvm.stderr().stream().filter(line -> line.startsWith(RunningJvm.PREFIX)).toList();
  }

  private static void assertOneLine(RunningJvm jvm) {
    assertThat(jvm.finish()).isZero();
    assertThat(agentLines(jvm)).as("in %s", jvm).hasSize(1);
  }
}
