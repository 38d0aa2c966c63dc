package io.cioagent.it.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A thread of the agent in native code would keep the JVM for 0.3 s at its exit. */
@EveryJdk
class ExitIT {
  private static final int ROUNDS = 5;

  @Parameter private Jdk jdk;

  @Test
  void exitIsNotDelayed() {
    Duration without = shortest(false);
    Duration with = shortest(true);
    assertThat(with.minus(without)).isLessThan(Duration.ofMillis(200));
  }

  /** The shortest time from the end of the application's input to the end of the process. */
  private Duration shortest(boolean agent) {
    Duration shortest = Duration.ofMinutes(1);
    for (int round = 0; round < ROUNDS; round++) {
      Jvm jvm = Jvm.on(jdk).classPath(Build.java8Apps());
      if (agent) {
        jvm.agent();
      }
      try (RunningJvm running = jvm.start("io.cioagent.it.apps.ClientsApp", "nowhere").ready()) {
        if (agent) {
          // One scrape: a connection that is kept open must not delay the exit either.
          running.endpoint().scrape();
        }
        long start = System.nanoTime();
        assertThat(running.finish()).isZero();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        shortest = took.compareTo(shortest) < 0 ? took : shortest;
      }
    }
    return shortest;
  }
}
