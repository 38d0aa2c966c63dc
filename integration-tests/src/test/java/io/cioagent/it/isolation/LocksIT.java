package io.cioagent.it.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Endpoint;
import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.AgentOutput;
import io.cioagent.it.watch.Counts;
import java.util.List;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A client class is loaded, before the agent is up, by a thread that holds a lock which others
 * need. It may wait a moment for the agent; then it goes on, and is observed a little later.
 */
@EveryJdk
class LocksIT {

  /** Far above any wait that a user would accept, far below a deadlock. */
  private static final int BOUND_MILLIS = 5_000;

  @Parameter private Jdk jdk;

  @ParameterizedTest
  @ValueSource(strings = {"initialiser", "log-manager", "class-loader", "standard-error"})
  void theApplicationStartsAndIsObserved(String lock) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(lock, standIn.at(Hosts.TRACK))) {
      int millis = Integer.parseInt(jvm.ask("millis").substring(2));
      assertThat(millis).as("milliseconds of main under the lock").isLessThan(BOUND_MILLIS);
      Endpoint endpoint = jvm.endpoint();
      assertThat(Await.quietly(() -> isObserved(jvm, endpoint)))
          .as("the client is woven in the end")
          .isTrue();
      assertThat(jvm.finish()).isZero();
      AgentOutput.assertOneLine(jvm, List.of());
    }
  }

  /** By the client's own method: a second span above that of the exchange. */
  private static boolean isObserved(RunningJvm jvm, Endpoint endpoint) {
    Scrape before = endpoint.scrape();
    int spans = endpoint.spans().size();
    assertThat(jvm.ask("identify")).isEqualTo("= identified");
    assertThat(Counts.between(before, endpoint.scrape()).operations())
        .containsExactly("identify success");
    return endpoint.spans().size() == spans + 2;
  }

  private RunningJvm start(String lock, String base) {
    Jvm jvm = Jvm.on(jdk).agent().option(Hosts.option()).classPath(Build.java8Apps());
    if (lock.equals("log-manager")) {
      jvm.option("-Djava.util.logging.manager=io.cioagent.it.apps.LocksApp$LoadingLogManager");
    }
    return jvm.start("io.cioagent.it.apps.LocksApp", lock, base).ready();
  }
}
