package io.cioagent.it.handover;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Scrape;
import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application that is removed from its server is gone, whatever it has sent before. */
class DroppedLoadersIT {

  @ParameterizedTest
  @MethodSource("io.cioagent.it.harness.Jdk#from11")
  void noneOfAHundredLoadersIsKept(Jdk jdk) {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(jdk).agent(), standIn)) {
      deployAHundred(jvm);
      assertThat(jvm.ask("still-there", "15")).isEqualTo("= 0 of 100");
      Scrape scrape = jvm.endpoint().scrape();
      assertThat(scrape.toString()).contains("identify");
      assertThat(jvm.finish()).isZero();
    }
  }

  /** What the JDK itself keeps is not reported as the agent's. */
  @Test
  void noLoaderIsKeptWithoutTheAgent() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(Jvm.on(Jdk.running()), standIn)) {
      deployAHundred(jvm);
      assertThat(jvm.ask("still-there", "15")).isEqualTo("= 0 of 100");
    }
  }

  /**
   * Some at a time: a hundred in one go, with eight requests each, may take longer than an answer.
   */
  private static void deployAHundred(RunningJvm jvm) {
    for (int i = 0; i < 10; i++) {
      assertThat(jvm.ask("deploy", "10")).isEqualTo("= true track");
    }
  }

  private static RunningJvm start(Jvm jvm, StandIn standIn) {
    return jvm.option(Hosts.option())
        // Caches of the JDK are let go at once and not only when memory is short.
        .option("-XX:SoftRefLRUPolicyMSPerMB=0")
        .classPath(Build.java11Apps())
        .start("io.cioagent.it.apps.LoadersApp", standIn.at(Hosts.TRACK))
        .ready();
  }
}
