package io.cioagent.it.commandline;

import io.cioagent.it.harness.Build;
import io.cioagent.it.harness.Jvm;
import io.cioagent.it.harness.RunningJvm;

/**
 * A command that has run.
 *
 * @param exitCode as the shell sees it
 * @param out its standard output
 * @param err its standard error
 */
record FinishedCommand(int exitCode, String out, String err) {

  static FinishedCommand command(Jvm jvm, String... arguments) {
    try (RunningJvm running = jvm.startJar(Build.agentJar(), arguments)) {
      int exitCode = running.exitCode();
      return new FinishedCommand(
          exitCode, String.join("\n", running.stdout()), String.join("\n", running.stderr()));
    }
  }
}
