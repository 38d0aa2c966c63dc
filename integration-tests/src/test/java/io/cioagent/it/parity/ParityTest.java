package io.cioagent.it.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The comparison itself, with applications whose answers are scripted. */
class ParityTest {

  private static final List<Step> SCRIPT =
      List.of(Step.of("zero"), Step.of("one"), Step.of("two"), Step.of("three"), Step.of("four"));

  private final List<List<Step>> bareRuns = new ArrayList<>();
  private int times;
  private int every = 7;

  /** Answers every step by its own word. */
  private List<Outcome> steady(List<Step> steps) {
    bareRuns.add(steps);
    return steps.stream().map(step -> outcome(step.words().get(0))).toList();
  }

  /** As the steady one, but sometimes the step {@code three} is refused. */
  private List<Outcome> wavering(List<Step> steps) {
    return steady(steps).stream()
        .map(
            outcome ->
                outcome.answer().equals("three") && times++ % every == every - 1
                    ? outcome("refused")
                    : outcome)
        .toList();
  }

  /** As the steady one, but for one step. */
  private static Function<List<Step>, List<Outcome>> deviating(String step, Outcome outcome) {
    return steps ->
        steps.stream()
            .map(each -> each.words().get(0).equals(step) ? outcome : outcome(each.words().get(0)))
            .toList();
  }

  private static Outcome outcome(String answer) {
    return new Outcome(answer, List.of("GET /" + answer));
  }

  @Test
  void equalOutcomesAreRunOnce() {
    List<Outcome> with =
        Parity.assertAdmissible(SCRIPT, this::steady, deviating("none", outcome("")));
    assertThat(with)
        .extracting(Outcome::answer)
        .containsExactly("zero", "one", "two", "three", "four");
    assertThat(bareRuns).containsExactly(SCRIPT);
  }

  @Test
  void differentAnswerFails() {
    assertThatThrownBy(
            () ->
                Parity.assertAdmissible(
                    SCRIPT, this::steady, deviating("three", outcome("refused"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("step 3")
        .hasMessageContaining("refused")
        .hasMessageContaining("=" + (Parity.REPEATS * Parity.ROUNDS + 1));
  }

  @Test
  void additionalRequestFails() {
    Outcome twice = new Outcome("three", List.of("GET /three", "GET /three"));
    assertThatThrownBy(
            () -> Parity.assertAdmissible(SCRIPT, this::steady, deviating("three", twice)))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void occasionalOutcomeIsAccepted() {
    Parity.assertAdmissible(SCRIPT, this::wavering, deviating("three", outcome("refused")));
    assertThat(bareRuns).hasSize(2);
    assertThat(bareRuns.get(1)).hasSize(3 * Parity.REPEATS).endsWith(SCRIPT.get(3));
  }

  @Test
  void rareOutcomeIsFoundInALaterRound() {
    every = 3 * Parity.REPEATS;
    Parity.assertAdmissible(SCRIPT, this::wavering, deviating("three", outcome("refused")));
    assertThat(bareRuns).hasSizeBetween(3, Parity.ROUNDS);
  }

  @Test
  void impossibleOutcomeFailsInAVaryingStep() {
    assertThatThrownBy(
            () ->
                Parity.assertAdmissible(
                    SCRIPT, this::wavering, deviating("three", outcome("reset"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("refused")
        .hasMessageContaining("reset");
  }

  @Test
  void steadyStepIsComparedStrictlyBesideAVaryingOne() {
    assertThatThrownBy(
            () ->
                Parity.assertAdmissible(
                    SCRIPT,
                    this::wavering,
                    steps ->
                        steps.stream()
                            .map(
                                step ->
                                    outcome(
                                        List.of("two", "three").contains(step.words().get(0))
                                            ? "refused"
                                            : step.words().get(0)))
                            .toList()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("step 2");
  }

  @Test
  void firstStepHasNoneBeforeIt() {
    assertThatThrownBy(
            () -> Parity.assertAdmissible(SCRIPT, this::steady, deviating("zero", outcome("no"))))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("step 0");
    assertThat(bareRuns.get(1)).hasSize(Parity.REPEATS);
  }
}
