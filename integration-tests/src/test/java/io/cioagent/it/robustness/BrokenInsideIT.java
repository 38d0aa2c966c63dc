package io.cioagent.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Leaks;
import io.cioagent.it.watch.OperationLog;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An exception inside our own code stays there: the application's result is unchanged. */
@EveryJdk
class BrokenInsideIT {

  private static final String ERRORS = "customerio_agent_errors_total";

  @Parameter private Jdk jdk;

  @Test
  void stageWhoseMethodsThrow() {
    try (RunningJvm jvm = start(Build.java8Apps(), "ClientsApp", "nowhere")) {
      Endpoint endpoint = jvm.endpoint();
      double before = endpoint.scrape().sum(ERRORS);
      assertThat(jvm.ask("call", "customerio.BrokenStageClient", "identify", "5"))
          .startsWith("= pending io.cioagent.it.apps.customerio.BrokenStageClient$RefusingStage");
      assertThat(endpoint.scrape().sum(ERRORS)).isGreaterThan(before);
      assertStillWorks(jvm, endpoint);
    }
  }

  @Test
  void requestWhoseMethodsThrow() {
    jdk.assumeHttpClient();
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Build.java11Apps(), "HttpClientApp")) {
      Endpoint endpoint = jvm.endpoint();
      double before = endpoint.scrape().sum(ERRORS);
      String address = standIn.at(Hosts.TRACK) + "/api/v1/customers/5";
      assertThat(jvm.ask("http", "h1-hostile", "PUT", address, "{}")).startsWith("= 200");
      assertThat(standIn.received()).hasSize(1);
      assertThat(endpoint.scrape().sum(ERRORS)).isGreaterThan(before);
      assertThat(jvm.ask("http", "h1-send", "PUT", address, "{}")).startsWith("= 200");
      // The first one is sent nevertheless.
      assertThat(
              endpoint
                  .scrape()
                  .value(
                      "customerio_api_requests_total",
                      "operation",
                      "identify",
                      "status",
                      "success"))
          .isEqualTo(2.0);
      assertEndsQuietly(jvm);
    }
  }

  private static void assertStillWorks(RunningJvm jvm, Endpoint endpoint) {
    assertThat(jvm.ask("call", "customerio.Arguments", "track", "5", "ordered", "a=b"))
        .startsWith("= event");
    assertThat(
            endpoint
                .scrape()
                .value("customerio_api_requests_total", "operation", "track", "status", "unknown"))
        .isEqualTo(1.0);
    assertEndsQuietly(jvm);
  }

  /** One warning for all of it; what may follow is a stack, without the application's words. */
  private static void assertEndsQuietly(RunningJvm jvm) {
    assertThat(jvm.finish()).isZero();
    assertThat(jvm.stderr())
        .filteredOn(line -> line.contains("WARN") && !AgentOutput.isUnknownOutcome(line))
        .hasSizeLessThanOrEqualTo(1);
    Leaks.assertNone("standard error", String.join("\n", jvm.stderr()));
    OperationLog.assertSound(jvm);
  }

  private RunningJvm start(Path classPath, String app, String... arguments) {
    return Jvm.on(jdk)
        .agent()
        .option(Hosts.option())
        .classPath(classPath)
        .start("io.cioagent.it.apps." + app, arguments)
        .ready();
  }
}
