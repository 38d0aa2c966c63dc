package io.cioagent.core.call;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallEventTest {
  @ParameterizedTest
  @CsvSource({
    "EXCHANGE_STARTED, KEEP,           SETTLE,         SETTLE",
    "EXCHANGE_ENDED,   KEEP,           SETTLE,         SETTLE",
    "WORK_CHANGED,     KEEP,           SETTLE,         SETTLE",
    "RETURNED,         SETTLE,         KEEP,           KEEP",
    "DEADLINE,         END,            END,            END",
    "JVM_EXITING,      KEEP,           KEEP,           END",
    "JVM_EXITED,       END_UNFINISHED, END_UNFINISHED, END",
  })
  void actionByEventAndState(
      CallEvent event,
      CallEvent.Action running,
      CallEvent.Action awaitingAnswer,
      CallEvent.Action settling) {
    assertThat(event.in(CallState.RUNNING)).isEqualTo(running);
    assertThat(event.in(CallState.AWAITING_ANSWER)).isEqualTo(awaitingAnswer);
    assertThat(event.in(CallState.SETTLING)).isEqualTo(settling);
  }

  @ParameterizedTest
  @EnumSource
  void noEventChangesACallThatIsOver(CallEvent event) {
    assertThat(event.in(CallState.OVER)).isEqualTo(CallEvent.Action.KEEP);
  }
}
