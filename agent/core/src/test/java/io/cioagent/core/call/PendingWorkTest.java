package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.core.call.Work.Wait;
import io.cioagent.core.observe.ObservedApplication;
import io.cioagent.core.observe.Recorder;
import io.cioagent.core.operation.Hosts;
import io.cioagent.core.operation.Routes;
import io.cioagent.core.tracing.ApplicationTraces;
import java.util.Collections;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A started thread whose call has returned, with a deadline after one second. */
class PendingWorkTest {
  private final ObservedApplication app = new ObservedApplication();
  private final Call call = app.entersIdentify();
  private final Hosts hosts = new Hosts(Collections.emptyList());
  private final PendingWork pending =
      new PendingWork(new Calls(hosts, Routes.load(), new Recorder(), new ApplicationTraces()));

  /** After the last class was woven, which counts as activity of the call. */
  private final long start = System.nanoTime();

  @BeforeEach
  void startThread() {
    app.returns(call);
    pending.returned(false, start);
    pending.waitFor(new StartedThread(call), Wait.LOOSE, start);
    pending.arm(call, start);
  }

  @Test
  void deadlineStandsIfTheTimerFiresOnTime() {
    assertThat(pending.isPostponed(after(1_010))).isFalse();
  }

  @Test
  void pauseOfTheJvmMovesTheDeadline() {
    assertThat(pending.isPostponed(after(3_000))).isTrue();
    pending.disarm();
    pending.arm(call, after(3_000));
    assertThat(pending.isPostponed(after(4_010))).isFalse();
  }

  @Test
  void pausesDoNotMoveTheDeadlineWithoutEnd() {
    assertThat(pending.isPostponed(after(5_001))).isFalse();
  }

  private long after(long millis) {
    return start + TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static final class StartedThread extends Work {
    StartedThread(Call call) {
      super(call);
    }

    @Override
    protected boolean hasOwnThread() {
      return true;
    }
  }
}
