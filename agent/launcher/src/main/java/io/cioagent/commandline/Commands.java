package io.cioagent.commandline;

import java.io.File;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** All commands; without a command, it lists them. */
@Command(
    name = "java -jar customerio-agent.jar",
    description =
        "Customer.io agent for Java. Start it in a service with -javaagent:customerio-agent.jar.",
    synopsisSubcommandLabel = "COMMAND")
public final class Commands implements Runnable {
  private static final int WIDTH = 100;

  @Spec private CommandSpec spec;

  private Commands() {}

  /**
   * Called by the launcher, reflectively.
   *
   * @param jar the agent's own
   * @return the exit code: 0 for success, 1 for a failure, 2 for an unknown command or option
   */
  public static int run(File jar, String... arguments) {
    CommandLine line = new CommandLine(new Commands());
    line.addSubcommand(new CheckCommand());
    line.addSubcommand(new AttachCommand(jar));
    line.addSubcommand(new ConfigCommand());
    line.addSubcommand(new VersionCommand());
    line.getCommandSpec()
        .addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .scopeType(ScopeType.INHERIT)
                .description("Show this help.")
                .build());
    line.setUsageHelpWidth(WIDTH);
    line.setExecutionExceptionHandler(
        (failure, failed, parsed) -> {
          failed.getErr().println("The command failed: " + failure);
          return failed.getCommandSpec().exitCodeOnExecutionException();
        });
    return line.execute(arguments);
  }

  @Override
  public void run() {
    spec.commandLine().usage(spec.commandLine().getOut());
  }
}
