package io.cioagent.commandline;

import io.cioagent.core.config.SettingsTemplate;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints all settings. */
@Command(
    name = "config",
    description = "Print all settings with their defaults, as a properties file.")
final class ConfigCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    PrintWriter out = spec.commandLine().getOut();
    out.print(SettingsTemplate.text());
    out.flush();
  }
}
