package io.cioagent.it.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Leaks;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@BuildAndOldestJdk
class DryRunIT {

  private static final String HERE = "io.cioagent.it.apps.";

  @Parameter private Jdk jdk;

  @Test
  void everyClassIsReportedOnceWithItsReason() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(dryRun(), standIn.at(Hosts.TRACK))) {
      use(jvm);
      use(jvm);
      assertThat(jvm.finish()).isZero();
      List<String> lines = jvm.stderr();
      assertThat(lines)
          .filteredOn(line -> !line.contains("INFO Dry run: would "))
          .as("the one line besides")
          .singleElement()
          .asString()
          .contains("INFO Customer.io agent ", " ClientsApp in a dry run: nothing is woven");
      assertThat(lines).allMatch(line -> line.startsWith(RunningJvm.PREFIX));
      String[] expected = {
        "would weave " + HERE + "customerio.CustomerIoClient (a client): identify(String, Map) as",
        "would weave "
            + HERE
            + "crm.Crm (a client): fire(String, String) as track (from client.methods)",
        "would not weave " + HERE + "customerio.CustomerIoController: it is a web controller (by",
        "would not weave " + HERE + "customerio.MockCustomerIoClient: it is a test double (by",
        "would not weave " + HERE + "customerio.CustomerIoGateway: it is an interface",
        "would not weave " + HERE + "customerio.PlainGateway: it declares no method with a",
        "would weave sun.net.www.protocol.http.HttpURLConnection (instrumentation httpurl",
        "would weave with the first client class, to follow work to other threads, if this JDK",
      };
      for (String start : expected) {
        assertThat(lines).filteredOn(line -> line.contains(" Dry run: " + start)).hasSize(1);
      }
      assertThat(lines).filteredOn(line -> line.contains(HERE + "ClientsApp:")).isEmpty();
      Leaks.assertNone("standard error", String.join("\n", lines));
    }
  }

  @Test
  void applicationRunsAsWithoutTheAgent() {
    List<String> answers = new ArrayList<>();
    for (boolean dry : new boolean[] {false, true}) {
      try (StandIn standIn = StandIn.http();
          RunningJvm jvm =
              start(dry ? dryRun() : Jvm.on(jdk).option(Hosts.option()), standIn.at(Hosts.TRACK))) {
        List<String> said = use(jvm);
        // The agent's own thread ends once it has printed what would be woven.
        said.add(
            Await.found(
                "no thread of the agent",
                () -> {
                  String threads = jvm.ask("threads").replace(",Keep-Alive-Timer", "");
                  return threads.contains("customerio-agent") ? null : threads;
                }));
        said.add(standIn.received().size() + " requests");
        assertThat(jvm.finish()).isZero();
        if (dry) {
          assertThat(said).isEqualTo(answers);
        }
        answers = said;
      }
    }
  }

  /** Classes that are loaded before are expected as well. */
  @Test
  void attached() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(
                Jvm.on(jdk).option(Hosts.option()).option("-XX:+EnableDynamicAgentLoading"),
                standIn.at(Hosts.TRACK))) {
      use(jvm);
      Attach.agent(jvm.pid(), "dry-run=true");
      jvm.awaitError(
          "the client",
          line -> line.contains("would weave " + HERE + "customerio.CustomerIoClient (a client)"));
      use(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).noneMatch(line -> line.contains("WARN"));
    }
  }

  private Jvm dryRun() {
    return Jvm.on(jdk)
        .option(Hosts.option())
        .agent("dry-run=true", "client.methods=" + HERE + "crm.Crm[fire=track]");
  }

  private static List<String> use(RunningJvm jvm) {
    List<String> answers = new ArrayList<>();
    answers.add(jvm.ask("call", "customerio.CustomerIoController", "track", Leaks.ID));
    answers.add(jvm.ask("call", "customerio.MockCustomerIoClient", "identify", Leaks.ID));
    answers.add(jvm.ask("call", "customerio.PlainGateway", "throughProxy", Leaks.ID));
    answers.add(jvm.ask("call", "customerio.PlainGateway", "throughDefault", Leaks.ID));
    answers.add(jvm.ask("call", "customerio.CustomerIoClient", "identify", Leaks.ID, "a=b"));
    answers.add(jvm.ask("call", "crm.Crm", "fire", Leaks.ID, "ordered"));
    return answers;
  }

  private static RunningJvm start(Jvm jvm, String base) {
    return jvm.classPath(Build.java8Apps()).start(HERE + "ClientsApp", base).ready();
  }
}
