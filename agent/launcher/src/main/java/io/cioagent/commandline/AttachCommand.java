package io.cioagent.commandline;

import java.io.File;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Puts the agent into a JVM that runs. */
@Command(
    name = "attach",
    description = "Put the agent into a running JVM of the same user on this machine.")
final class AttachCommand implements Callable<Integer> {
  private final File jar;

  @Parameters(paramLabel = "PID", description = "The JVM's process id, as jps tells it.")
  private long pid;

  @Option(
      names = "--args",
      paramLabel = "NAME=VALUE,...",
      description = "Settings, as they would stand behind -javaagent:customerio-agent.jar=")
  private String agentArguments;

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
    out.println("The agent is in " + pid + "; on its standard error it says what it does there.");
    out.flush();
    return 0;
  }
}
