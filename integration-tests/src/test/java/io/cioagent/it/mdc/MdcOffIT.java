package io.cioagent.it.mdc;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.agent.ByteBuddyAgent;
import org.junit.jupiter.api.Test;

/** What the agent leaves alone, and where it comes late. */
class MdcOffIT {

  private final LibraryVersion row =
      MdcIT.logging("Logback 1.5.18", "ch.qos.logback:logback-classic:1.5.18");
  private final LogLines log = new LogLines();

  private RunningJvm start(Jvm jvm, StandIn standIn) {
    row.classPath().forEach(jvm::classPath);
    return log.on(jvm.option(Hosts.option()))
        .start(row.mainClass(), standIn.at(Hosts.TRACK))
        .ready();
  }

  @Test
  void linesTellNothingUnlessAskedTo() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(Jdk.running()).agent(), standIn)) {
      new Watch(jvm).call("mdc.LoggingUses", "call", "").operations("identify success");
      assertThat(log.fresh()).containsExactly("/ before", "/ inside", "/ answered", "/ after");
    }
  }

  @Test
  void linesTellNothingWithoutSpans() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(Jvm.on(Jdk.running()).agent("log.mdc=true", "spans.recent=0"), standIn)) {
      assertThat(jvm.ask("call", "mdc.LoggingUses", "call", "")).isEqualTo("= called");
      assertThat(log.fresh()).containsExactly("/ before", "/ inside", "/ answered", "/ after");
    }
  }

  /** Its binding is the application's choice, and may depend on when it is made. */
  @Test
  void noLoggingLibraryIsWokenUp() throws IOException {
    Path loaded = Build.scratch("loaded").resolve("classes");
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(
                Jvm.on(Jdk.running())
                    .option("-Xlog:class+load:file=" + loaded)
                    .agent("log.mdc=true"),
                standIn)) {
      Watch watch = new Watch(jvm);
      watch
          .call("customerio.CustomerIoClient", "identify", "5", "plan=pro")
          .operations("identify success");
      assertThat(Files.readString(loaded)).doesNotContain("logback", "slf4j-api");
      watch.call("mdc.LoggingUses", "call", "").operations("identify success");
      assertThat(Files.readString(loaded)).contains("logback", "slf4j-api");
    }
  }

  @Test
  void whatIsThereBeforeTheAgentIsFoundWhenItIsUsed() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(Jvm.on(Jdk.running()).option("-XX:+EnableDynamicAgentLoading"), standIn)) {
      assertThat(jvm.ask("call", "mdc.LoggingUses", "call", "")).isEqualTo("= called");
      ByteBuddyAgent.attach(
          Build.agentJar().toFile(), String.valueOf(jvm.pid()), "log.mdc=true," + Jvm.ANY_PORT);
      Span operation =
          new Watch(jvm)
              .call("mdc.LoggingUses", "call", "own")
              .operations("identify success")
              .spans(2)
              .get(1);
      assertThat(log.fresh())
          .contains(operation.traceId() + "/" + operation.spanId() + " answered")
          .endsWith("own/ after");
    }
  }

  @Test
  void nothingKeepsALoggersClassLoader() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(Jdk.running()).agent("log.mdc=true"), standIn)) {
      new Watch(jvm)
          .call("Redeployed", "use", "mdc.LoggingUses", "call", "5")
          .answered("unloaded")
          .operations("identify success");
    }
  }
}
