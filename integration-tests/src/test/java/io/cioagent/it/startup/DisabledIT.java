package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/** Turned off, the agent is not there: no thread, no endpoint, no word. */
@BuildAndOldestJdk
class DisabledIT {

  @Parameter private Jdk jdk;
  private String bareThreads;

  @BeforeParameterizedClassInvocation
  void lookAtABareJvm() {
    try (RunningJvm jvm = start(Jvm.on(jdk))) {
      bareThreads = jvm.ask("threads");
      assertThat(bareThreads).contains("main");
    }
  }

  @Test
  void byAgentArgument() {
    assertAbsent(jvm -> jvm.agent("enabled=false"));
  }

  @Test
  void bySystemProperty() {
    assertAbsent(jvm -> jvm.agent().setting("enabled", "false"));
  }

  @Test
  void byEnvironmentVariable() {
    assertAbsent(jvm -> jvm.agent().environment("CUSTOMERIO_AGENT_ENABLED", "false"));
  }

  @Test
  void byConfigFile() throws IOException {
    Path file = Build.scratch("disabled").resolve("agent.properties");
    Files.writeString(file, "customerio.agent.enabled=false\n");
    assertAbsent(jvm -> jvm.agent().setting("config-file", file.toString()));
  }

  private void assertAbsent(UnaryOperator<Jvm> agent) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(agent.apply(Jvm.on(jdk)))) {
      String address = standIn.at(Hosts.TRACK) + "/api/v1/customers/5";
      assertThat(jvm.ask("url", "code", "PUT", address, "{}")).startsWith("= 200");
      assertThat(jvm.ask("call", "customerio.Arguments", "identify", "5")).isEqualTo("= string 5");
      assertThat(jvm.ask("threads").replace(",Keep-Alive-Timer", "")).isEqualTo(bareThreads);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).isEmpty();
      assertThat(jvm.operationLog()).isEmpty();
    }
  }

  private static RunningJvm start(Jvm jvm) {
    return jvm.option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }
}
