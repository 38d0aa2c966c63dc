package io.cioagent.it.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.endpoint.Span;
import io.cioagent.it.harness.Attach;
import io.cioagent.it.harness.EveryJdk;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import io.cioagent.it.watch.Watch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A tracer that was in use before the agent came. */
@EveryJdk
class AttachedTracesIT {

  @Parameter private Jdk jdk;

  @Test
  void applicationTracesAreUsedAfterAttach() {
    try (StandIn standIn = StandIn.http();
        RunningJvm jvm = start(standIn)) {
      assertThat(jvm.ask("call", "TracingUses", "configure")).isEqualTo("= configured");
      assertThat(jvm.ask("call", "TracingUses", "exchangeInSpans")).startsWith("= ");
      Attach.agent(jvm.pid(), Jvm.ANY_PORT);
      Watch watch = new Watch(jvm);
      Span span = watch.call("TracingUses", "exchangeInSpans").span();
      assertThat(jvm.stdout()).contains("= " + span.traceId() + "-" + span.parentSpanId());
      assertThat(jvm.finish()).isZero();
    }
  }

  private RunningJvm start(StandIn standIn) {
    return new ApiVersion(ApiVersion.NEWEST, true)
        .on(Jvm.on(jdk))
        .option(Hosts.option())
        .option("-XX:+EnableDynamicAgentLoading")
        .start("io.cioagent.it.apps.ClientsApp", standIn.at(Hosts.TRACK))
        .ready();
  }
}
