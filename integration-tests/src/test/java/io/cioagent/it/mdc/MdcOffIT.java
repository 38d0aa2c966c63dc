package io.cioagent.it.mdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.Parameter;

/** What the agent leaves alone, and where it comes late. */
@BuildAndOldestJdk
@TestInstance(TestInstance.Lifecycle.PER_METHOD)
class MdcOffIT {

  @Parameter private Jdk jdk;

  private final LogLines log = new LogLines();

  private RunningJvm start(Jvm jvm, StandIn standIn) {
    String version = jdk.feature() >= 11 ? "1.5.18" : "1.3.16";
    LibraryVersion row =
        MdcIT.logging("Logback " + version, "ch.qos.logback:logback-classic:" + version);
    row.classPath().forEach(jvm::classPath);
    return log.on(jvm.option(Hosts.option()))
        .start(row.mainClass(), standIn.at(Hosts.TRACK))
        .ready();
  }

  @Test
  void logContextIsEmptyByDefault() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent(), standIn)) {
      new Watch(jvm).call("mdc.LoggingUses", "call", "").operations("identify success");
      assertThat(log.fresh()).containsExactly("/ before", "/ inside", "/ answered", "/ after");
    }
  }

  @Test
  void logContextIsEmptyWithoutSpans() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent("log.mdc=true", "spans.recent=0"), standIn)) {
      assertThat(jvm.ask("call", "mdc.LoggingUses", "call", "")).isEqualTo("= called");
      assertThat(log.fresh()).containsExactly("/ before", "/ inside", "/ answered", "/ after");
    }
  }

  /** Its binding is the application's choice, and may depend on when it is made. */
  @Test
  void noLoggingLibraryIsLoaded() {
    assumeTrue(jdk.feature() > 8, "Java 8 lists classes in the midst of the application's lines");
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            start(Jvm.on(jdk).option("-verbose:class").agent("log.mdc=true"), standIn)) {
      Watch watch = new Watch(jvm);
      watch
          .call("customerio.CustomerIoClient", "identify", "5", "plan=pro")
          .operations("identify success");
      assertThat(jvm.stdout())
          .anyMatch(line -> line.contains("CustomerIoClient"))
          .noneMatch(line -> line.contains("logback") || line.contains("slf4j-api"));
      watch.call("mdc.LoggingUses", "call", "").operations("identify success");
      assertThat(jvm.stdout())
          .anyMatch(line -> line.contains("logback"))
          .anyMatch(line -> line.contains("slf4j-api"));
    }
  }

  @Test
  void loggerCreatedBeforeTheAgentIsFoundOnUse() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).option("-XX:+EnableDynamicAgentLoading"), standIn)) {
      assertThat(jvm.ask("call", "mdc.LoggingUses", "call", "")).isEqualTo("= called");
      Attach.agent(jvm.pid(), "log.mdc=true," + Jvm.ANY_PORT);
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
  void classLoaderOfALoggerIsReleased() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent("log.mdc=true"), standIn)) {
      new Watch(jvm)
          .call("Redeployment", "use", "mdc.LoggingUses", "call", "5")
          .answered("unloaded")
          .operations("identify success");
    }
  }
}
