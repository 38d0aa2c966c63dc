package io.cioagent.it.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@BuildAndOldestJdk
class AttachCommandIT {

  @Parameter private Jdk jdk;

  private FinishedCommand attach(long pid, String... options) {
    String[] arguments = new String[options.length + 2];
    arguments[0] = "attach";
    arguments[1] = String.valueOf(pid);
    System.arraycopy(options, 0, arguments, 2, options.length);
    return FinishedCommand.command(Jvm.on(jdk), arguments);
  }

  @Test
  void runningApplicationIsObservedAfterAttach() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk), standIn.at(Hosts.TRACK))) {
      FinishedCommand ran = attach(jvm.pid(), "--args", Jvm.ANY_PORT + ",service-name=attached");
      assertThat(ran.exitCode()).as(ran.toString()).isZero();
      assertThat(ran.out()).contains("The agent is attached to " + jvm.pid());
      assertThat(ran.err()).isEmpty();
      new Watch(jvm)
          .call("customerio.CustomerIoClient", "identify", "5", "plan=pro")
          .operations("identify success");
      assertThat(jvm.stderr()).anyMatch(line -> line.contains("observes attached;"));

      FinishedCommand again = attach(jvm.pid());
      assertThat(again.exitCode()).isOne();
      assertThat(again.err()).contains("it already has customerio-agent.jar");
      assertThat(jvm.finish()).isZero();
    }
  }

  @Test
  void jvmStartedWithTheAgent() {
    try (RunningJvm jvm = start(Jvm.on(jdk).agent(), "nowhere")) {
      jvm.endpoint();
      FinishedCommand ran = attach(jvm.pid());
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.err()).contains("it already has customerio-agent.jar");
    }
  }

  @Test
  void noSuchProcess() {
    // Beyond what the kernel gives out.
    FinishedCommand ran = attach(1L << 30);
    assertThat(ran.exitCode()).isOne();
    assertThat(ran.err()).contains("no such process");
  }

  /** The attempt itself would end it. */
  @Test
  void processThatIsNoJvmKeepsRunning() throws IOException {
    Process cat = new ProcessBuilder("cat").start();
    try {
      FinishedCommand ran = attach(cat.pid());
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.err()).contains("it is not a Java process");
      assertThat(cat.isAlive()).isTrue();
    } finally {
      cat.destroyForcibly();
    }
  }

  @Test
  void jvmWithAttachDisabled() {
    try (RunningJvm jvm = start(Jvm.on(jdk).option("-XX:+DisableAttachMechanism"), "nowhere")) {
      FinishedCommand ran = attach(jvm.pid());
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.err()).contains("it was started with -XX:+DisableAttachMechanism");
    }
  }

  @Test
  void jvmWithDynamicAgentsDisabled() {
    assumeTrue(jdk.feature() >= 9, "Java 8 has no such option");
    try (RunningJvm jvm = start(Jvm.on(jdk).option("-XX:-EnableDynamicAgentLoading"), "nowhere")) {
      FinishedCommand ran = attach(jvm.pid());
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.err()).contains("-XX:-EnableDynamicAgentLoading");
      assertThat(jvm.ask("call", "customerio.Arguments", "identify", "5")).isEqualTo("= string 5");
    }
  }

  @Test
  void runtimeWithoutTheModule() throws Exception {
    assumeTrue(jdk.feature() >= 9, "Java 8 has no modules");
    Path home = Build.scratch("runtime").resolve("java");
    Process link =
        new ProcessBuilder(
                jdk.tool("jlink"), "--add-modules", "java.base", "--output", home.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(link.getInputStream().readAllBytes(), UTF_8);
    assertThat(link.waitFor()).as(said).isZero();
    try (RunningJvm jvm = start(Jvm.on(jdk), "nowhere")) {
      FinishedCommand ran =
          FinishedCommand.command(Jvm.onRuntime(home), "attach", String.valueOf(jvm.pid()));
      assertThat(ran.exitCode()).isOne();
      assertThat(ran.err()).contains("has no module jdk.attach");
      assertThat(FinishedCommand.command(Jvm.onRuntime(home), "version").exitCode()).isZero();
      FinishedCommand check = FinishedCommand.command(Jvm.onRuntime(home), "check");
      assertThat(check.exitCode()).as(check.toString()).isOne();
      assertThat(check.out()).contains("lacks the module java.instrument");
    }
  }

  private static RunningJvm start(Jvm jvm, String base) {
    return jvm.option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", base)
        .ready();
  }
}
