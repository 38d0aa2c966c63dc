package io.cioagent.launcher;

/**
 * Tells whether this JVM is one of the JDK's own tools ({@code jps}, {@code keytool}, {@code
 * javac}, …): with the flag in JAVA_TOOL_OPTIONS they get it too, and a tool neither calls
 * Customer.io nor may it lose the port that the application needs (jmx_exporter 325).
 */
final class JdkTool {
  /** Tools before Java 9, when classes had no module in front. */
  private static final String[] PREFIXES = {
    "sun.tools.", "sun.security.tools.", "sun.jvmstat.", "com.sun.tools.", "sun.rmi.", "sun.applet."
  };

  /** {@code java Shop.java}: a tool by name, an application by what it runs. */
  private static final String SOURCE_LAUNCHER = "jdk.compiler/com.sun.tools.javac.launcher.";

  private JdkTool() {}

  /**
   * @param command the property {@code sun.java.command}: main class or jar and arguments; null
   *     where a JVM does not have it
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
}
