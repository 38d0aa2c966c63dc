package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdkFrom11;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An application on the module path, for which the JVM resolves only the modules that it needs. */
@EveryJdkFrom11
class ModularApplicationIT {

  @Parameter private Jdk jdk;

  @ParameterizedTest
  @ValueSource(strings = {"ALL-SYSTEM", "java.base,java.instrument"})
  void isObserved(String modules) {
    Jvm jvm = Jvm.on(jdk).agent().option(Hosts.option());
    if (!modules.equals("ALL-SYSTEM")) {
      jvm.option("--limit-modules=" + modules);
    }
    try (StandIn standIn = StandIn.http();
        RunningJvm running =
            jvm.startModule(
                    // An automatic module takes its name from the file.
                    Build.java8AppsJar("shop"),
                    "shop/io.cioagent.it.apps.ClientsApp",
                    standIn.at(Hosts.TRACK))
                .ready()) {
      assertThat(running.ask("call", "customerio.CustomerIoClient", "identify", "5", "plan=pro"))
          .isEqualTo("= null");
      Endpoint endpoint = running.endpoint();
      assertThat(Await.quietly(() -> endpoint.scrape().sum("customerio_api_requests_total") == 1))
          .isTrue();
      assertThat(endpoint.spans()).hasSize(2);
      assertThat(running.finish()).isZero();
      assertThat(running.stderr()).hasSize(1);
    }
  }
}
