package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.DeadPort;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * OpenTelemetry's Java agent serves its own metrics, at the very port that ownCommandLine would
 * take.
 */
@BuildAndOldestJdk
class SharedPortIT {

  @Parameter private Jdk jdk;

  @ParameterizedTest(name = "ownCommandLine first: {0}")
  @ValueSource(booleans = {true, false})
  void sharedPortIsLeftToTheOtherAgent(boolean oursFirst) {
    assumeTrue(
        jdk.feature() > 8 || Jdk.isLongSuite(),
        "the other agent takes too long to start on Java 8: in the long suite");
    int port = freePort();
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(oursFirst, port, standIn)) {
      jvm.awaitError(
          "a warning",
          line ->
              line.startsWith(RunningJvm.PREFIX)
                  && line.contains("customerio.agent.prometheus.port")
                  && line.contains(String.valueOf(port)));
      assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      assertThat(new Endpoint("http://localhost:" + port).text("/metrics"))
          .contains("telemetry_distro_name=\"opentelemetry-java-instrumentation\"");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).noneMatch(line -> line.contains("ERROR"));
    }
  }

  private RunningJvm start(boolean oursFirst, int port, StandIn standIn) {
    Jvm jvm =
        Jvm.on(jdk)
            .option(Hosts.option())
            .option("-Dotel.metrics.exporter=prometheus")
            .option("-Dotel.exporter.prometheus.port=" + port)
            .option("-Dotel.traces.exporter=none")
            .option("-Dotel.logs.exporter=none");
    if (oursFirst) {
      jvm.agentWith(Build.agentJar(), "").agentWith(OtherAgent.jar(), "");
    } else {
      jvm.agentWith(OtherAgent.jar(), "").agentWith(Build.agentJar(), "");
    }
    return jvm.classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
        .ready(OtherAgent.PATIENCE);
  }

  private static int freePort() {
    try (DeadPort port = DeadPort.taken()) {
      return port.port();
    }
  }
}
