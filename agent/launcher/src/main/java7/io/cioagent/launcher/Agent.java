package io.cioagent.launcher;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.StandardCharsets;

/**
 * The entry point of the JVM. Compiled for Java 7, so that a JVM that is too old prints one line
 * instead of an UnsupportedClassVersionError.
 */
public final class Agent {
  private Agent() {}

  /** Called by the JVM before {@code main}. */
  public static void premain(String arguments, Instrumentation instrumentation) {
    start("start", arguments, instrumentation);
  }

  /** Called by the JVM when the jar is attached to a running application. */
  public static void agentmain(String arguments, Instrumentation instrumentation) {
    start("attach", arguments, instrumentation);
  }

  private static void start(String method, String arguments, Instrumentation instrumentation) {
    try {
      if (isTooOld(specificationVersion())) {
        warn("Java 8 or later is required; the application runs without the agent");
        return;
      }
      Class.forName("io.cioagent.launcher.Launcher")
          .getMethod(method, String.class, Instrumentation.class)
          .invoke(null, arguments, instrumentation);
    } catch (InvocationTargetException e) {
      notStarted(e.getCause());
    } catch (Throwable e) {
      notStarted(e);
    }
  }

  /** Null where a security policy does not permit it; the launcher reports that. */
  private static String specificationVersion() {
    try {
      return System.getProperty("java.specification.version");
    } catch (SecurityException e) {
      return null;
    }
  }

  /** Before Java 9, versions began with "1.". */
  static boolean isTooOld(String specificationVersion) {
    return specificationVersion != null
        && specificationVersion.startsWith("1.")
        && specificationVersion.compareTo("1.8") < 0;
  }

  /** In any case, the application starts as if the agent were absent. */
  private static void notStarted(Throwable failure) {
    warn("The agent did not start; the application runs without it: " + failure);
  }

  /**
   * Writes to the standard error of the process: a stream that an application sets as System.err
   * may throw or block. StandardError does the same on Java 8 and later.
   */
  private static void warn(String message) {
    try {
      new FileOutputStream(FileDescriptor.err)
          .write(("[customerio-agent] WARN " + message + '\n').getBytes(StandardCharsets.UTF_8));
    } catch (Exception e) {
      // There is no other output left.
    }
  }
}
