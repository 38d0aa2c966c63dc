package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A runtime made with {@code jlink}: an agent needs the module java.instrument. */
class TrimmedRuntimeIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.base,java.instrument",
        "java.base,java.instrument,java.logging,jdk.httpserver",
      })
  void everythingWorks(String modules) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(runtime(modules), standIn.at(Hosts.TRACK))) {
      assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      Endpoint endpoint = jvm.endpoint();
      assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
          .isTrue();
      assertThat(endpoint.spans()).hasSize(2);
      assertThat(jvm.ask("call", "customerio.WatchedStageClient", "identify", "5"))
          .startsWith("= pending");
      assertThat(jvm.ask("call", "customerio.WatchedStageClient", "watched")).isEqualTo("= true");
      assertThat(jvm.finish()).isZero();
      assertThat(jvm.stderr()).hasSize(1);
    }
  }

  private static RunningJvm start(Path runtime, String base) {
    return Jvm.onRuntime(runtime)
        .agent()
        .option(Hosts.option())
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", base)
        .ready();
  }

  private static Path runtime(String modules) {
    Path image = Build.scratch("runtime").resolve("image");
    List<String> command =
        List.of(
            Jdk.running().tool("jlink"), "--add-modules", modules, "--output", image.toString());
    try (RunningJvm jlink = Jvm.startTool(command, "LC_ALL", "C")) {
      assertThat(jlink.exitCode()).as("jlink: %s", jlink).isZero();
    }
    return image;
  }
}
