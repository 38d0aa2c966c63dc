package io.cioagent.testapp.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultScriptTest {

  @Test
  void everythingWorksOnAGoodDay() {
    FaultScript script = FaultScript.goodDay();
    assertThat(next(script, Route.TRACK, 20)).containsOnly(Answer.OK);
  }

  @Test
  void ruleHitsItsFirstRequestAndEveryStepAfter() {
    FaultScript script = FaultScript.goodDay().on(Route.TRACK, 2, 3, Answer.SERVER_ERROR);
    assertThat(next(script, Route.TRACK, 8))
        .containsExactly(
            Answer.OK,
            Answer.SERVER_ERROR,
            Answer.OK,
            Answer.OK,
            Answer.SERVER_ERROR,
            Answer.OK,
            Answer.OK,
            Answer.SERVER_ERROR);
  }

  @Test
  void ruleWithoutStepHitsOnce() {
    FaultScript script = FaultScript.goodDay().on(Route.DELETE, 1, 0, Answer.NOT_FOUND);
    assertThat(next(script, Route.DELETE, 3))
        .containsExactly(Answer.NOT_FOUND, Answer.OK, Answer.OK);
  }

  @Test
  void routesAreCountedSeparately() {
    FaultScript script = FaultScript.goodDay().on(Route.TRACK, 2, 0, Answer.SERVER_ERROR);
    script.next(Route.TRACK);
    assertThat(next(script, Route.IDENTIFY, 3)).containsOnly(Answer.OK);
    assertThat(script.next(Route.TRACK)).isEqualTo(Answer.SERVER_ERROR);
  }

  @Test
  void earlierOfTwoRulesWins() {
    FaultScript script =
        FaultScript.goodDay()
            .on(Route.TRACK, 1, 1, Answer.TOO_MANY_REQUESTS)
            .on(Route.TRACK, 1, 1, Answer.SERVER_ERROR);
    assertThat(next(script, Route.TRACK, 3)).containsOnly(Answer.TOO_MANY_REQUESTS);
  }

  @Test
  void badDayHasEveryFaultWithinAShortRun() {
    FaultScript script = FaultScript.badDay();
    assertThat(next(script, Route.TRACK, 7))
        .contains(Answer.OK, Answer.TOO_MANY_REQUESTS, Answer.SERVER_ERROR);
    assertThat(next(script, Route.ADD_DEVICE, 2)).containsExactly(Answer.OK, Answer.TOO_LATE);
    assertThat(next(script, Route.SUPPRESS, 2)).containsExactly(Answer.UNAVAILABLE, Answer.OK);
    assertThat(next(script, Route.IDENTIFY, 50)).containsOnly(Answer.OK);
  }

  @Test
  void serviceIsDownWhileTheFileExists(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("outage");
    FaultScript script = FaultScript.goodDay().downWhile(file);
    assertThat(script.down()).isFalse();
    Files.createFile(file);
    assertThat(script.down()).isTrue();
    Files.delete(file);
    assertThat(script.down()).isFalse();
    assertThat(FaultScript.goodDay().down()).isFalse();
  }

  @Test
  void invalidRulesAreRejected() {
    FaultScript script = FaultScript.goodDay();
    assertThatIllegalArgumentException().isThrownBy(() -> script.on(Route.TRACK, 0, 1, Answer.OK));
    assertThatIllegalArgumentException().isThrownBy(() -> script.on(Route.TRACK, 1, -1, Answer.OK));
  }

  private static List<Answer> next(FaultScript script, Route route, int times) {
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      answers.add(script.next(route));
    }
    return answers;
  }
}
