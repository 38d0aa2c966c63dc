package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Given twice, by a start script and by a container image say, the agent starts once. */
@BuildAndOldestJdk
class TwiceIT {

  @Parameter private Jdk jdk;

  @Test
  void sameJar() {
    assertStartedOnce(Build.agentJar());
  }

  @Test
  void copyOfTheJar() throws IOException {
    Path copy = Build.scratch("copy").resolve("another-name.jar");
    assertStartedOnce(Files.copy(Build.agentJar(), copy));
  }

  @Test
  void attachToAJvmWithTheAgent() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent())) {
      jvm.endpoint();
      Attach.agent(jvm.pid(), Jvm.ANY_PORT);
      assertOneAgent(standIn, jvm);
    }
  }

  private void assertStartedOnce(Path second) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent().agentWith(second, Jvm.ANY_PORT))) {
      assertOneAgent(standIn, jvm);
    }
  }

  private static void assertOneAgent(StandIn standIn, RunningJvm jvm) {
    new Watch(jvm)
        .ask("url", "code", "PUT", standIn.at(Hosts.TRACK) + "/api/v1/customers/5", "{}")
        .answered("200")
        .operations("identify success")
        .attempts("PUT track.customer.io /api/v1/customers/{identifier} 200")
        .spanCount(1);
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stderr()).filteredOn(line -> line.contains("/metrics")).hasSize(1);
    assertThat(jvm.stderr())
        .filteredOn(line -> line.startsWith(RunningJvm.PREFIX))
        .as("its address, and at most one line that says so")
        .hasSizeLessThanOrEqualTo(2);
  }

  private static RunningJvm start(Jvm jvm) {
    return jvm.option(Hosts.option())
        .option("-XX:+EnableDynamicAgentLoading")
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }
}
