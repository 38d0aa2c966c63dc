package io.cioagent.launcher;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;

/**
 * Where the JVM enters. Compiled for Java 7, one version below the rest, so that a JVM that is too
 * old says so in one line instead of failing with an UnsupportedClassVersionError.
 */
public final class Agent {
  private Agent() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  /** Called by the JVM when the jar is attached to a running application. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start(arguments, instrumentation);
  }

  private static void start(String arguments, Instrumentation instrumentation) {
    try {
      if (isTooOld(System.getProperty("java.specification.version"))) {
        System.err.println(
            "[customerio-agent] WARN Java 8 or later is needed; the application runs without the"
                + " agent");
        return;
      }
      Class.forName("io.cioagent.launcher.Launcher")
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (InvocationTargetException e) {
      warn(e.getCause());
    } catch (Throwable e) {
      warn(e);
    }
  }

  /** Before Java 9 versions began with "1.". */
  static boolean isTooOld(String specificationVersion) {
    return specificationVersion != null
        && specificationVersion.startsWith("1.")
        && specificationVersion.compareTo("1.8") < 0;
  }

  /** Whatever happened: the application starts as if the agent were not there. */
  private static void warn(Throwable failure) {
    System.err.println(
        "[customerio-agent] WARN The agent did not start and the application runs without it: "
            + failure);
  }
}
