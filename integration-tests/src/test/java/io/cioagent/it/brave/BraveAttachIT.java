package io.cioagent.it.brave;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.BuildAndOldestJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.library.LibraryVersion;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The agent comes to an application whose tracer is there already. */
@BuildAndOldestJdk
class BraveAttachIT {

  @Parameter private Jdk jdk;

  @Test
  void tracerIsFoundAtItsNextScope() {
    LibraryVersion row = BraveIT.brave("6.3.0");
    Jvm prepared = Jvm.on(jdk).option(Hosts.option()).option("-XX:+EnableDynamicAgentLoading");
    row.classPath().forEach(prepared::classPath);
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = prepared.start(row.mainClass(), standIn.at(Hosts.TRACK)).ready()) {
      assertThat(jvm.ask("call", "brave.BraveUses", "withKept", "5")).startsWith("= ");
      Attach.agent(jvm.pid(), Jvm.ANY_PORT);
      Watch watch = new Watch(jvm);
      Ancestry.assertBeneathAnswer(watch.call("brave.BraveUses", "withKept", "5"));
    }
  }
}
