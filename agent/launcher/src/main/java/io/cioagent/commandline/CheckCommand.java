package io.cioagent.commandline;

import io.cioagent.core.config.Settings;
import io.cioagent.core.config.SettingsReader;
import io.cioagent.core.config.SettingsReport;
import io.cioagent.core.endpoint.EndpointAddress;
import io.cioagent.weaver.ApplicationLibraries;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads the settings as the agent would, and tries the port. */
@Command(
    name = "check",
    description = {
      "Print the effective settings, and whether the port is free.",
      "With a PATH, also lists the application's HTTP libraries, and whether they are observed.",
      "Exits with 1 if a setting is invalid, the port is in use, or a path cannot be read."
    })
final class CheckCommand implements Callable<Integer> {
  private static final int ALL_IS_WELL = 0;
  private static final int SOMETHING_IS_NOT = 1;

  @Option(
      names = "-D",
      paramLabel = "NAME=VALUE",
      mapFallbackValue = "",
      description = "A system property, as passed to the application.")
  private final Map<String, String> properties = new LinkedHashMap<>();

  @Option(
      names = "--args",
      paramLabel = "NAME=VALUE,...",
      description = "Agent arguments, as after -javaagent:customerio-agent.jar=")
  private @Nullable String agentArguments;

  @Parameters(
      paramLabel = "PATH",
      description = "JAR, WAR or folder of the application, to list its HTTP libraries.")
  private final List<Path> applications = new ArrayList<>();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    SettingsReport report =
        SettingsReader.report(agentArguments, systemProperties(), System.getenv());
    print(report, out);
    boolean canStart = canStartAgents(out);
    boolean portIsFree = tryPort(report.settings(), out);
    boolean applicationsAreReadable = true;
    for (Path application : applications) {
      applicationsAreReadable &= printLibraries(application, out);
    }
    out.flush();
    return canStart
            && portIsFree
            && applicationsAreReadable
            && report.settings().warnings().isEmpty()
        ? ALL_IS_WELL
        : SOMETHING_IS_NOT;
  }

  private Map<String, String> systemProperties() {
    Map<String, String> all = new HashMap<>();
    for (String name : System.getProperties().stringPropertyNames()) {
      all.put(name, System.getProperty(name));
    }
    all.putAll(properties);
    return all;
  }

  private static void print(SettingsReport report, PrintWriter out) {
    int names = 0;
    int values = 0;
    for (SettingsReport.Line line : report.lines()) {
      names = Math.max(names, line.name().length());
      values = Math.max(values, shown(line).length());
    }
    String format = "%-" + names + "s  %-" + Math.min(values, 40) + "s  %s%s%n";
    for (SettingsReport.Line line : report.lines()) {
      out.printf(
          format, line.name(), shown(line), line.source(), line.hasWarning() ? " (see below)" : "");
    }
    out.println();
    for (String warning : report.settings().warnings()) {
      out.println("WARN " + warning);
    }
    for (String note : report.settings().notes()) {
      out.println("INFO " + note);
    }
    if (report.settings().warnings().isEmpty()) {
      out.println("No warnings.");
    }
  }

  private static String shown(SettingsReport.Line line) {
    return line.value().isEmpty() ? "-" : line.value();
  }

  private static boolean printLibraries(Path application, PrintWriter out) {
    try {
      Map<String, String> libraries = ApplicationLibraries.in(application);
      out.println();
      out.println("HTTP libraries in " + application + (libraries.isEmpty() ? ": none" : ":"));
      libraries.forEach((label, text) -> out.printf("  %-24s  %s%n", label, text));
      return true;
    } catch (IOException e) {
      out.println("WARN Cannot read " + application + ": " + e);
      return false;
    }
  }

  /** A runtime made with jlink may lack the module. */
  private static boolean canStartAgents(PrintWriter out) {
    try {
      Class.forName("java.lang.instrument.Instrumentation");
      return true;
    } catch (ClassNotFoundException e) {
      out.println(
          "WARN This Java runtime lacks the module java.instrument and cannot start any agent: add"
              + " it to the modules of jlink.");
      return false;
    }
  }

  private static boolean tryPort(Settings settings, PrintWriter out) {
    if (!settings.enabled()) {
      out.println("The agent is disabled.");
      return true;
    }
    if (settings.dryRun()) {
      out.println("Dry run: there is no endpoint, and no port is needed.");
      return true;
    }
    if (!settings.prometheusEnabled()) {
      out.println("The endpoint is disabled, and no port is needed.");
      return true;
    }
    String host = settings.prometheusHost();
    int from = settings.prometheusPortFrom();
    int to = settings.prometheusPortTo();
    String ports = from == to ? "Port " + from : "One of the ports " + from + "-" + to;
    try {
      int port;
      try (ServerSocket server = EndpointAddress.bind(host, from, to, EndpointAddress.NO_PORT)) {
        port = server.getLocalPort();
      }
      out.println(
          from == 0
              ? "Any free port of " + host + " would be used."
              : "Port " + port + " of " + host + " is free.");
      return true;
    } catch (UnknownHostException e) {
      out.println("WARN Host " + host + " has no address on this machine: change prometheus.host.");
    } catch (IOException e) {
      out.println(
          "WARN "
              + ports
              + " of "
              + host
              + " cannot be bound ("
              + e.getMessage()
              + "): change prometheus.port or prometheus.host.");
    }
    return false;
  }
}
