package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.RunningJvm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The output that a JVM with the agent may print. */
public final class AgentOutput {

  private static final Pattern CLASS = Pattern.compile("The outcome of \\S+ in (\\S+) is unknown");

  private AgentOutput() {}

  /** Whether a line is the agent's warning of an operation that no request was seen beneath. */
  public static boolean isUnknownOutcome(String line) {
    return line.startsWith(RunningJvm.PREFIX) && CLASS.matcher(line).find();
  }

  private static String classOf(String warning) {
    Matcher matcher = CLASS.matcher(warning);
    return matcher.find() ? matcher.group(1) : "";
  }

  /** The one line that names the endpoint, and a warning for each of these keys. */
  public static void assertOneLine(RunningJvm jvm, List<String> warnings) {
    assertOneLine(jvm, warnings, false);
  }

  /**
   * The same.
   *
   * @param unknownOutcomes whether operations ended with an unknown outcome: then there is one
   *     warning for each class of theirs, else none
   */
  public static void assertOneLine(RunningJvm jvm, List<String> warnings, boolean unknownOutcomes) {
    List<String> lines = new ArrayList<>(jvm.stderr());
    List<String> unknown = lines.stream().filter(AgentOutput::isUnknownOutcome).toList();
    assertThat(unknown.isEmpty())
        .as("no warnings of unknown outcomes")
        .isNotEqualTo(unknownOutcomes);
    assertThat(unknown.stream().map(AgentOutput::classOf))
        .as("classes that are warned of")
        .doesNotHaveDuplicates();
    lines.removeAll(unknown);
    for (String key : warnings) {
      List<String> about =
          lines.stream()
              .filter(line -> line.startsWith(RunningJvm.PREFIX) && line.contains(key))
              .toList();
      assertThat(about).as("warnings that name %s in %s", key, jvm).hasSize(1);
      lines.removeAll(about);
    }
    assertThat(lines).as("standard error of %s", jvm).hasSize(1);
    assertThat(lines.get(0))
        .startsWith(RunningJvm.PREFIX)
        .contains("INFO")
        .containsPattern("http://\\S+/metrics");
    assertNothingOnStdout(jvm);
  }

  /** Standard output belongs to the application. */
  public static void assertNothingOnStdout(RunningJvm jvm) {
    assertThat(jvm.stdout())
        .as("standard output of %s", jvm)
        .allMatch(line -> line.equals("READY") || line.startsWith("= ") || line.startsWith("! "));
  }
}
