package io.cioagent.launcher;

import org.jspecify.annotations.Nullable;

/**
 * Checks whether this JVM is a tool of an application server, such as {@code catalina.sh stop},
 * {@code asadmin} or {@code jboss-cli}. With the flag in JAVA_OPTS or JAVA_TOOL_OPTIONS tools get
 * the agent too, and must not take the port that the server needs.
 */
final class ServerTool {
  /** Main classes and jars; a trailing {@code *} stands for any ending. */
  private static final String[] MAINS = {
    "com.sun.enterprise.admin.cli.*",
    "org.glassfish.admin.cli.*",
    "org.apache.karaf.client.Main",
    "org.apache.karaf.main.Stop",
    "org.apache.karaf.main.Status",
  };

  /** In any folder. */
  private static final String[] JARS = {"appserver-cli.jar", "admin-cli.jar"};

  /** What {@code jboss-modules.jar} runs. */
  private static final String[] MODULES = {
    "org.jboss.as.cli", "org.jboss.as.domain-add-user", "org.wildfly.security.elytron-tool",
  };

  private ServerTool() {}

  /**
   * Whether it is one.
   *
   * @param command the property {@code sun.java.command}: main class or jar and arguments; null
   *     where the JVM lacks it
   */
  static boolean isRunning(@Nullable String command) {
    if (command == null) {
      return false;
    }
    int end = command.indexOf(' ');
    String main = end < 0 ? command : command.substring(0, end);
    String arguments = end < 0 ? "" : command.substring(end) + ' ';
    if (main.equals("org.apache.catalina.startup.Bootstrap")) {
      return arguments.endsWith(" stop ") || arguments.endsWith(" configtest ");
    }
    if (isJar(main, "start.jar")) {
      return arguments.contains(" --stop ");
    }
    if (isJar(main, "jboss-modules.jar")) {
      return containsWord(arguments, MODULES);
    }
    return isTool(main);
  }

  private static boolean isTool(String main) {
    for (String each : MAINS) {
      int star = each.indexOf('*');
      if (star < 0 ? main.equals(each) : main.startsWith(each.substring(0, star))) {
        return true;
      }
    }
    for (String each : JARS) {
      if (isJar(main, each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isJar(String main, String name) {
    return main.equals(name) || main.endsWith('/' + name) || main.endsWith('\\' + name);
  }

  private static boolean containsWord(String arguments, String[] words) {
    for (String each : words) {
      if (arguments.contains(' ' + each + ' ')) {
        return true;
      }
    }
    return false;
  }
}
