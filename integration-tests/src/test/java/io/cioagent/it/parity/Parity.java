package io.cioagent.it.parity;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Await;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.ReceivedRequest;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The same bytes sent, the same answers got.
 *
 * <p>A library may come to more than one outcome by itself, such as when a connection ends while it
 * is about to be used again. So what differs is repeated without the agent: under the agent a step
 * may come to what it comes to without, and to nothing else.
 */
public final class Parity {

  /** How often a step is repeated in one JVM without the agent. */
  static final int REPEATS = 20;

  /** In so many JVMs at most, as some outcomes happen once in a hundred times. */
  static final int ROUNDS = 10;

  /** Steps before that are repeated as well, as they leave the connections behind. */
  private static final int CONTEXT = 2;

  private Parity() {}

  /**
   * Runs the script in two new JVMs on the same server, the second one under the agent, and what
   * came out differently in further ones.
   *
   * @return what was seen, for the caller to check that it is no empty story
   */
  public static String assertSame(
      StandIn standIn, Supplier<Jvm> jvm, String app, List<Step> script, String... arguments) {
    List<Outcome> with =
        assertAdmissible(
            script,
            steps -> run(standIn, jvm.get(), app, steps, arguments),
            steps -> run(standIn, jvm.get().agent(), app, steps, arguments));
    return IntStream.range(0, script.size())
        .mapToObj(i -> script.get(i).words() + " -> " + with.get(i))
        .collect(joining("\n"));
  }

  /**
   * Compares two ways to run steps, of which the first defines what is right.
   *
   * @return the outcomes of the second one
   */
  static List<Outcome> assertAdmissible(
      List<Step> script,
      Function<List<Step>, List<Outcome>> bare,
      Function<List<Step>, List<Outcome>> observed) {
    List<Outcome> without = bare.apply(script);
    List<Outcome> with = observed.apply(script);
    Map<Integer, Map<Outcome, Integer>> admissible = new LinkedHashMap<>();
    for (int i = 0; i < script.size(); i++) {
      if (!with.get(i).equals(without.get(i))) {
        admissible.put(i, new LinkedHashMap<>(Map.of(without.get(i), 1)));
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      List<Integer> open =
          admissible.keySet().stream()
              .filter(i -> !admissible.get(i).containsKey(with.get(i)))
              .toList();
      if (!open.isEmpty()) {
        repeat(script, open, bare, admissible);
      }
    }
    admissible.forEach(
        (i, outcomes) ->
            assertThat(outcomes)
                .as("step %d, %s: what it comes to without the agent, how often", i, script.get(i))
                .containsKey(with.get(i)));
    return with;
  }

  /** Adds what some steps come to. */
  private static void repeat(
      List<Step> script,
      List<Integer> open,
      Function<List<Step>, List<Outcome>> bare,
      Map<Integer, Map<Outcome, Integer>> admissible) {
    List<Step> steps = new ArrayList<>();
    Map<Integer, Integer> indexes = new LinkedHashMap<>();
    for (int i : open) {
      for (int times = 0; times < REPEATS; times++) {
        steps.addAll(script.subList(Math.max(0, i - CONTEXT), i + 1));
        indexes.put(steps.size() - 1, i);
      }
    }
    List<Outcome> repeated = bare.apply(steps);
    indexes.forEach((index, i) -> admissible.get(i).merge(repeated.get(index), 1, Integer::sum));
  }

  private static List<Outcome> run(
      StandIn standIn, Jvm jvm, String app, List<Step> script, String... arguments) {
    List<Outcome> outcomes = new ArrayList<>();
    try (RunningJvm running = jvm.start(app, arguments).ready()) {
      for (Step step : script) {
        standIn.reset();
        standIn.script(step.replies().toArray(new Reply[0]));
        String answer = running.ask(step.words(standIn.at(Hosts.TRACK)));
        if (!step.answered()) {
          Await.quietly(() -> !standIn.received().isEmpty());
        }
        outcomes.add(
            new Outcome(
                step.certain(answer),
                standIn.received().stream().map(ReceivedRequest::raw).toList()));
      }
      assertThat(running.finish()).isZero();
    }
    return outcomes;
  }
}
