package io.cioagent.commandline;

import java.io.File;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Attaches the agent to a running JVM. */
@Command(
    name = "attach",
    description = "Attach the agent to a running JVM of the same user on this machine.")
final class AttachCommand implements Callable<Integer> {
  private final File jar;

  @Parameters(paramLabel = "PID", description = "Process id of the JVM, as printed by jps.")
  private long pid;

  @Option(
      names = "--args",
      paramLabel = "NAME=VALUE,...",
      description = "Agent arguments, as after -javaagent:customerio-agent.jar=")
  private @Nullable String agentArguments;

  @Spec private CommandSpec spec;

  AttachCommand(File jar) {
    this.jar = jar;
  }

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    RunningProcess process = new RunningProcess(pid);
    String obstacle = process.obstacle(jar);
    if (obstacle != null) {
      err.println("Not attached to " + pid + ": " + obstacle);
      return 1;
    }
    try {
      AttachApi.find().load(pid, jar, agentArguments);
    } catch (AttachApi.Failed failed) {
      err.println("Not attached to " + pid + ": " + failed.getMessage());
      return 1;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "The agent is attached to "
            + pid
            + ", and its start is complete. It logs to the standard error of that process.");
    out.flush();
    return 0;
  }
}
