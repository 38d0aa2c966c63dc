package io.cioagent.launcher;

import java.lang.reflect.InvocationTargetException;

/**
 * What {@code java -jar customerio-agent.jar} starts: the command line, never an application.
 * Compiled for Java 7, for the same reason as {@link Agent}.
 */
public final class Main {
  private Main() {}

  /** Exits the JVM with the command's exit code. */
  public static void main(String[] arguments) throws Exception {
    if (Agent.isTooOld(System.getProperty("java.specification.version"))) {
      System.err.println("Java 8 or later is required");
      System.exit(1);
    }
    try {
      Object exitCode =
          Class.forName("io.cioagent.launcher.CommandLine")
              .getMethod("run", String[].class)
              .invoke(null, (Object) arguments);
      System.exit((Integer) exitCode);
    } catch (InvocationTargetException e) {
      System.err.println("The command failed: " + e.getCause());
      System.exit(1);
    }
  }
}
