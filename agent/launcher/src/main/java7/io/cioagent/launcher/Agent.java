package io.cioagent.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

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
      if (isTooOld(specificationVersion())) {
        warn("Java 8 or later is required; the application runs without the agent");
        return;
      }
      Class.forName("io.cioagent.launcher.Launcher")
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (InvocationTargetException e) {
      notStarted(e.getCause());
    } catch (Throwable e) {
      notStarted(e);
    }
  }

  /** Null where a security policy does not permit the question; the launcher says so then. */
  private static String specificationVersion() {
    try {
      return System.getProperty("java.specification.version");
    } catch (SecurityException e) {
      return null;
    }
  }

  /** Before Java 9 versions began with "1.". */
  static boolean isTooOld(String specificationVersion) {
    return specificationVersion != null
        && specificationVersion.startsWith("1.")
        && specificationVersion.compareTo("1.8") < 0;
  }

  /** Whatever happened: the application starts as if the agent were not there. */
  private static void notStarted(Throwable failure) {
    warn("The agent did not start; the application runs without it: " + failure);
  }

  /**
   * To the process's own standard error: what an application puts in the place of System.err may
   * throw or block. StandardError does the same from Java 8 on.
   */
  private static void warn(String message) {
    try {
      new FileOutputStream(FileDescriptor.err)
          .write(("[customerio-agent] WARN " + message + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (Exception e) {
      // Nowhere left to say it.
    }
  }
}
