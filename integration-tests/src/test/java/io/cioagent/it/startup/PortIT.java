package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.DeadPort;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Without its endpoint the agent says which setting to change, once, and works on. */
@BuildAndOldestJdk
class PortIT {

  @Parameter private Jdk jdk;

  @Test
  void takenPort() {
    try (DeadPort taken = DeadPort.taken();
        RunningJvm jvm = start("prometheus.port=" + taken.port())) {
      assertOneWarning(jvm, "prometheus.port", String.valueOf(taken.port()));
    }
  }

  @Test
  void rangeWithoutFreePort() {
    try (DeadPort taken = DeadPort.taken();
        RunningJvm jvm = start("prometheus.port=" + taken.port() + "-" + taken.port())) {
      assertOneWarning(jvm, "prometheus.port", String.valueOf(taken.port()));
    }
  }

  @Test
  void addressOfAnotherMachine() {
    try (RunningJvm jvm = start("prometheus.host=203.0.113.7", Jvm.ANY_PORT)) {
      assertOneWarning(jvm, "prometheus.host", "203.0.113.7");
    }
  }

  @Test
  void unknownHost() {
    try (RunningJvm jvm = start("prometheus.host=no-such-host.invalid", Jvm.ANY_PORT)) {
      assertOneWarning(jvm, "prometheus.host", "no-such-host.invalid");
    }
  }

  @Test
  void firstFreePortOfARangeIsTaken() {
    try (DeadPort taken = DeadPort.taken();
        RunningJvm jvm = start("prometheus.port=" + taken.port() + "-" + (taken.port() + 50))) {
      assertThat(jvm.endpoint().port()).isBetween(taken.port() + 1, taken.port() + 50);
      assertThat(jvm.endpoint().scrape().samples()).isNotEmpty();
    }
  }

  @Test
  void disabledEndpointOpensNoPort() {
    try (RunningJvm jvm = start("prometheus.enabled=false")) {
      assertWoven(jvm);
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).noneMatch(line -> line.contains("/metrics"));
      assertThat(jvm.stderr()).allMatch(line -> line.contains("INFO")).hasSizeLessThanOrEqualTo(1);
    }
  }

  private static void assertOneWarning(RunningJvm jvm, String key, String value) {
    jvm.awaitError("a warning", line -> line.contains(key));
    assertWoven(jvm);
    assertThat(jvm.finish()).isZero();
    List<String> lines = jvm.stderr();
    assertThat(lines).filteredOn(line -> line.contains("WARN")).hasSize(1);
    assertThat(lines)
        .filteredOn(line -> line.contains("WARN"))
        .allMatch(line -> line.contains(value));
    assertThat(lines)
        .allMatch(line -> line.startsWith(RunningJvm.PREFIX))
        .noneMatch(line -> line.contains("/metrics"))
        .hasSizeLessThanOrEqualTo(2);
  }

  /** Without a scrape only the application can see it: a callback is registered with its stage. */
  private static void assertWoven(RunningJvm jvm) {
    assertThat(jvm.ask("call", "customerio.WatchedStageClient", "identify", "5"))
        .startsWith("= pending");
    assertThat(jvm.ask("call", "customerio.WatchedStageClient", "watched")).isEqualTo("= true");
  }

  private RunningJvm start(String... settings) {
    return Jvm.on(jdk)
        .agent(settings)
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", "nowhere")
        .ready();
  }
}
