package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** An AOT cache is trained with the agent and used with it. */
@EveryJdkFrom11
class AotCacheIT {

  @Parameter private Jdk jdk;

  @Test
  void trainingEndsWithACacheThatWorks() throws IOException {
    assumeTrue(jdk.feature() >= 25, "JVMs before 25 train in two steps");
    // The JVM archives no classes from directories.
    Path applications = Build.java8AppsJar("apps");
    Path cache = Build.scratch("aot").resolve("shop.aot");
    run("-XX:AOTCacheOutput=" + cache, applications);
    assertThat(Files.size(cache)).isPositive();
    run("-XX:AOTCache=" + cache, applications);
  }

  private void run(String option, Path applications) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm =
            Jvm.on(jdk)
                .option(option)
                .agent()
                .option(Hosts.option())
                .classPath(applications)
                .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
                .ready()) {
      assertThat(jvm.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      Endpoint endpoint = jvm.endpoint();
      assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
          .isTrue();
      assertThat(jvm.finish()).as("exit code: %s", jvm).isZero();
    }
  }
}
