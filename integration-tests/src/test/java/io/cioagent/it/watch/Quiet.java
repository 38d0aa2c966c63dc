package io.cioagent.it.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.cioagent.it.harness.RunningJvm;
import java.util.ArrayList;
import java.util.List;

/** What a JVM with the agent may print, and nothing else. */
public final class Quiet {

  private Quiet() {}

  /** The one line that names the endpoint, and a warning for each of these keys. */
  public static void assertOneLine(RunningJvm jvm, List<String> warnings) {
    List<String> lines = new ArrayList<>(jvm.stderr());
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
