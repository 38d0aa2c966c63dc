package io.cioagent.it.parity;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;
import io.cioagent.it.standin.Hosts;
import io.cioagent.it.standin.Received;
import io.cioagent.it.standin.Reply;
import io.cioagent.it.standin.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** The same bytes sent, the same answers got. */
public final class Parity {

  /**
   * What no two runs have in common: identity hashes, channel numbers, ports and times of the
   * moment.
   */
  private static final Pattern CHANCE =
      Pattern.compile(
          "(?<=@)[0-9a-f]{5,8}\\b|\\b0x[0-9a-f]{8}\\b|(?<=127\\.0\\.0\\.1:)\\d+"
              + "|(?<=Millis=\\[)\\d+|\\d+(?= ms\\b)");

  private Parity() {}

  /**
   * Runs the script in two new JVMs on the same server, the second one under the agent.
   *
   * @return what was seen, for the caller to check that it is no empty story
   */
  public static String assertSame(
      StandIn standIn, Supplier<Jvm> jvm, String app, List<Step> script, String... arguments) {
    List<String> without = run(standIn, jvm.get(), app, script, arguments);
    List<String> with = run(standIn, jvm.get().agent(), app, script, arguments);
    assertThat(with).isEqualTo(without);
    return String.join("\n", with);
  }

  private static List<String> run(
      StandIn standIn, Jvm jvm, String app, List<Step> script, String... arguments) {
    List<String> seen = new ArrayList<>();
    try (RunningJvm running = jvm.start(app, arguments).ready()) {
      for (Step step : script) {
        standIn.reset();
        standIn.script(step.replies().toArray(new Reply[0]));
        String answer = running.ask(step.words(standIn.at(Hosts.TRACK)));
        seen.add(step.words() + " -> " + CHANCE.matcher(answer).replaceAll("?"));
        for (Received received : standIn.received()) {
          seen.add(received.raw());
        }
      }
      assertThat(running.finish()).isZero();
    }
    return seen;
  }
}
