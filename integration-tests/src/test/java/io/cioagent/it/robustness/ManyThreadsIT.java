package io.cioagent.it.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.CommandResult;
import io.cioagent.it.watch.WatchedApplication;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** Threads side by side do not take each other's outcomes. */
@EveryJdk
class ManyThreadsIT extends WatchedApplication {

  private static final int THREADS = 8;
  private static final int TIMES = 40;
  private static final int CALLS = THREADS * TIMES;

  @Override
  protected RunningJvm start(Jvm jvm) {
    return jvm.agent()
        .classPath(Build.java8Apps())
        .start("io.cioagent.it.apps.ClientsApp", at(Hosts.TRACK, ""));
  }

  @Test
  void everyCallIsCountedOnceWithItsOwnOutcome() {
    try (StandIn failing = StandIn.http()) {
      failing.script(Collections.nCopies(CALLS, Reply.status(500)).toArray(new Reply[0]));
      CommandResult seen =
          watch()
              .ask(
                  "many",
                  String.valueOf(THREADS),
                  String.valueOf(TIMES),
                  at(Hosts.TRACK, ""),
                  failing.at(Hosts.TRACK))
              .answered(CALLS + " failures");
      String[] operations = new String[2 * CALLS];
      String[] attempts = new String[2 * CALLS];
      for (int i = 0; i < CALLS; i++) {
        operations[2 * i] = "identify success";
        operations[2 * i + 1] = "track 500";
        attempts[2 * i] = "PUT track.customer.io /api/v1/customers/{identifier} 200";
        attempts[2 * i + 1] = "POST track.customer.io /api/v1/customers/{identifier}/events 500";
      }
      seen.operations(operations).attempts(attempts);
      Scrape scrape = seen.scrape();
      assertThat(scrape.sum("customerio_agent_errors_total")).isZero();
    }
  }
}
