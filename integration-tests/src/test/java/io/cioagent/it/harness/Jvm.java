package io.cioagent.it.harness;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A JVM to be started; what it starts with is added call by call. */
public final class Jvm {

  /** Any free port: parallel tests and whatever else runs here stay out of each other's way. */
  public static final String ANY_PORT = "prometheus.port=0";

  /** Options that Java 8 refuses and has no use for: it opens everything, to every agent. */
  private static final List<String> SINCE_9 =
      List.of("--add-opens=", "--add-exports=", "-XX:+EnableDynamicAgentLoading");

  private final Jdk jdk;
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private Jvm(Jdk jdk) {
    this.jdk = jdk;
    // Short-lived and small: the optimising compiler would only take the cores from the others.
    options.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-XX:+UseSerialGC"));
    // The JDK's HTTP server in test applications otherwise waits 40 ms for an acknowledgement.
    options.add("-Dsun.net.httpserver.nodelay=true");
  }

  public static Jvm on(Jdk jdk) {
    return new Jvm(jdk);
  }

  /** A runtime that is no whole JDK; there is none of Java 8. */
  public static Jvm onRuntime(Path home) {
    return new Jvm(new Jdk(home, Jdk.running().feature()));
  }

  /** Our agent with these settings as its argument, and an endpoint on any free port. */
  public Jvm agent(String... settings) {
    List<String> all = new ArrayList<>(List.of(settings));
    if (all.stream().noneMatch(setting -> setting.startsWith("prometheus.port"))) {
      all.add(ANY_PORT);
    }
    return agentWith(Build.agentJar(), String.join(",", all));
  }

  /** An agent jar with an argument exactly as given; none where it is empty. */
  public Jvm agentWith(Path jar, String argument) {
    return option("-javaagent:" + jar + (argument.isEmpty() ? "" : "=" + argument));
  }

  public Jvm option(String option) {
    if (jdk.feature() == 8) {
      if (SINCE_9.stream().anyMatch(option::startsWith)) {
        return this;
      }
      if (option.startsWith("-Djdk.net.hosts.file=")) {
        options.addAll(Java8Names.options(jdk));
      }
    }
    options.add(option);
    return this;
  }

  /** A setting as a system property of the JVM. */
  public Jvm setting(String name, String value) {
    return option("-Dcustomerio.agent." + name + "=" + value);
  }

  public Jvm environment(String name, String value) {
    environment.put(name, value);
    return this;
  }

  public Jvm classPath(Path entry) {
    classPath.add(entry.toString());
    return this;
  }

  public RunningJvm start(String mainClass, String... arguments) {
    return start(List.of("-cp", String.join(File.pathSeparator, classPath), mainClass), arguments);
  }

  /** The way most services start: everything in one jar. */
  public RunningJvm startJar(Path jar, String... arguments) {
    return start(List.of("-jar", jar.toString()), arguments);
  }

  /** A modular application: its module, with everything that it needs on one module path. */
  public RunningJvm startModule(Path modulePath, String mainClass, String... arguments) {
    return start(List.of("-p", modulePath.toString(), "-m", mainClass), arguments);
  }

  private RunningJvm start(List<String> application, String... arguments) {
    List<String> command = new ArrayList<>(List.of(jdk.tool("java")));
    command.addAll(options);
    command.addAll(application);
    command.addAll(List.of(arguments));
    return start(command, environment);
  }

  /** A program of a JDK, with nothing but this environment variable set. */
  public static RunningJvm startTool(List<String> command, String variable, String value) {
    return start(command, Map.of(variable, value));
  }

  private static RunningJvm start(List<String> command, Map<String, String> environment) {
    ProcessBuilder builder = new ProcessBuilder(command);
    // The tests mean what they set: nothing of the machine's own may add to it.
    builder
        .environment()
        .keySet()
        .removeIf(
            name ->
                name.startsWith("JAVA_TOOL_OPTIONS")
                    || name.startsWith("_JAVA_OPTIONS")
                    || name.startsWith("JDK_JAVA_OPTIONS")
                    || name.startsWith("CUSTOMERIO_")
                    || name.startsWith("OTEL_"));
    builder.environment().putAll(environment);
    try {
      return new RunningJvm(builder.start(), command);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
