package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.cioagent.it.endpoint.Sample;
import io.cioagent.it.harness.EveryRow;
import io.cioagent.it.harness.Jdk;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.StandIn;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;

/**
 * A test class with one application under the agent, which all its cases share. At the end it
 * checks what holds for every application: nothing printed, nothing leaked, a clean end.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class WatchedApplication {

  @Parameter(0)
  private Jdk jdk;

  private StandIn standIn;
  private RunningJvm jvm;
  private Watch watch;

  /** Starts the application; the agent is not yet among the JVM's options. */
  protected abstract RunningJvm start(Jvm jvm);

  /** What the agent may say on standard error besides its one line. */
  protected List<String> expectedWarnings() {
    return List.of();
  }

  @BeforeParameterizedClassInvocation
  final void startApplication() {
    standIn = StandIn.http();
    jvm = start(Jvm.on(jdk).option(Hosts.option())).ready();
    watch = new Watch(jvm);
  }

  /** Whether only the cases of {@link EveryRow} run. */
  protected boolean isBrief() {
    return false;
  }

  @BeforeEach
  final void leaveOutWhatAnotherRowShows(TestInfo test) {
    assumeTrue(
        !isBrief() || test.getTags().contains(EveryRow.TAG), "runs for a newer row of the library");
  }

  @BeforeEach
  final void forgetRequests() {
    standIn.reset();
  }

  @AfterParameterizedClassInvocation
  final void stopApplication() {
    if (watch == null) {
      closeAll();
      return;
    }
    try {
      watch.assertNothingLate();
      Leaks.assertNone("metrics", watch.endpoint().text("/metrics"));
      boolean unknownOutcomes =
          watch.endpoint().scrape().samples().stream().anyMatch(this::isUnknown);
      Leaks.assertNone("spans", watch.endpoint().text("/spans"));
      assertThat(jvm.finish()).as("exit code").isZero();
      Leaks.assertNone("standard error", String.join("\n", jvm.stderr()));
      OperationLog.assertSound(jvm);
      AgentOutput.assertOneLine(jvm, expectedWarnings(), unknownOutcomes);
    } finally {
      closeAll();
    }
  }

  private boolean isUnknown(Sample sample) {
    return sample.name().equals("customerio_api_requests_total")
        && sample.label("status").equals("unknown")
        && sample.value() > 0;
  }

  private void closeAll() {
    standIn.close();
    if (jvm != null) {
      jvm.close();
    }
  }

  protected final Jdk jdk() {
    return jdk;
  }

  protected final StandIn standIn() {
    return standIn;
  }

  protected final RunningJvm jvm() {
    return jvm;
  }

  protected final Watch watch() {
    return watch;
  }

  /** An address at a Customer.io host, served by the stand-in. */
  protected final String at(String host, String path) {
    return standIn.at(host) + path;
  }
}
