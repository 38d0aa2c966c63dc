package io.cioagent.testapp.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailurePlanTest {

  @Test
  void shortRunHasEveryFaultAndIsSlowOnce() {
    FailurePlan failures = new FailurePlan(false);
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      outcomes.add(failures.next());
    }
    assertThat(outcomes.subList(0, 12))
        .contains(Outcome.ACCEPTED, Outcome.THREW, Outcome.GAVE_UP, Outcome.TOO_SLOW);
    assertThat(Collections.frequency(outcomes, Outcome.TOO_SLOW)).isEqualTo(1);
    assertThat(Collections.frequency(outcomes, Outcome.ACCEPTED)).isGreaterThan(130);
  }

  @Test
  void steadyReceiverAcceptsEverything() {
    FailurePlan failures = new FailurePlan(true);
    for (int i = 0; i < 150; i++) {
      assertThat(failures.next()).isEqualTo(Outcome.ACCEPTED);
    }
  }
}
