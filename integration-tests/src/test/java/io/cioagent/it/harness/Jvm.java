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

  private final String java;
  private final List<String> options = new ArrayList<>();
  private final List<String> classPath = new ArrayList<>();
  private final Map<String, String> environment = new LinkedHashMap<>();

  private Jvm(String java) {
    this.java = java;
    // Short-lived and small: the optimising compiler would only take the cores from the others.
    options.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx256m", "-XX:+UseSerialGC"));
    // The JDK's HTTP server otherwise waits 40 ms for an acknowledgement in each answer to us.
    options.add("-Dsun.net.httpserver.nodelay=true");
  }

  public static Jvm on(Jdk jdk) {
    return new Jvm(jdk.tool("java"));
  }

  /** A runtime that is no whole JDK. */
  public static Jvm onRuntime(Path home) {
    return new Jvm(home.resolve("bin/java").toString());
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

  private RunningJvm start(List<String> application, String... arguments) {
    List<String> command = new ArrayList<>(List.of(java));
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
