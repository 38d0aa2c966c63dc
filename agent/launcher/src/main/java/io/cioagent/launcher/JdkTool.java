package io.cioagent.launcher;

import java.io.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether this JVM is one of the JDK's own tools ({@code jps}, {@code keytool}, {@code
 * javac}, …): with the flag in JAVA_TOOL_OPTIONS, tools get the agent too. A tool does not call
 * Customer.io and must not take the port that the application needs (jmx_exporter 325).
 */
final class JdkTool {
  /** Tools before Java 9, where main classes have no module prefix. */
  private static final String[] PREFIXES = {
    "sun.tools.", "sun.security.tools.", "sun.jvmstat.", "com.sun.tools.", "sun.rmi.", "sun.applet."
  };

  /** {@code java Shop.java} has the name of a tool, and runs an application. */
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private JdkTool() {}

  /**
   * @param command the property {@code sun.java.command}: main class or jar and arguments; null
   *     where the JVM lacks it
   */
  static boolean isRunning(String command) {
    if (command == null || command.startsWith(SOURCE_LAUNCHER)) {
      return false;
    }
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    boolean fromModule = main.indexOf('/') > 0 && !main.endsWith(".jar");
    if (fromModule && (main.startsWith("jdk.") || main.startsWith("java."))) {
      return true;
    }
    for (String prefix : PREFIXES) {
      if (main.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether this JVM runs the command line: with the flag in JAVA_TOOL_OPTIONS it gets the agent
   * too, which must not take the port that is checked.
   *
   * @param command the property {@code sun.java.command}, which some JVMs do not have
   * @param jar the agent's own
   */
  static boolean isOurs(@Nullable String command, File jar) {
    if (command == null) {
      return false;
    }
    int name = command.indexOf(jar.getName());
    if (name < 0) {
      return false;
    }
    int end = name + jar.getName().length();
    if (end < command.length() && command.charAt(end) != ' ') {
      return false;
    }
    File started = new File(command.substring(0, end));
    return started.getAbsoluteFile().equals(jar.getAbsoluteFile()) || isSame(started, jar);
  }

  private static boolean isSame(File one, File other) {
    try {
      return one.getCanonicalFile().equals(other.getCanonicalFile());
    } catch (IOException e) {
      return false;
    }
  }
}
