package io.cioagent.weaver;

import java.lang.instrument.Instrumentation;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Prevents the agent from initializing java.util.logging. The agent does not use it, but the JDK's
 * HTTP server does. An application that installs its own LogManager in {@code main}, as JBoss does,
 * must be first (opentelemetry-java-instrumentation 2546, 11143).
 *
 * <p>On Java 8, the HTTP server's constructor always initializes it, so the agent's own server is
 * created with a logger that needs no LogManager. Since Java 9, the HTTP server's logger is lazy
 * unless the command line configures java.util.logging; then the agent waits for the application.
 */
final class JavaLogging {
  private static final String LOG_MANAGER = "java.util.logging.LogManager";
  private static final boolean JAVA_8 =
      "1.8".equals(System.getProperty("java.specification.version"));
  private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** Longer than an application server takes to install its own. */
  private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(15);

  private final Instrumentation instrumentation;

  JavaLogging(Instrumentation instrumentation) {
    this.instrumentation = instrumentation;
  }

  /**
   * Creates a JDK HTTP server as soon as that cannot preempt the application's choice.
   *
   * @param maker creates it, on this thread
   */
  void withoutWaking(Runnable maker) {
    if (JAVA_8 && !isAwake()) {
      QuietServer quiet = new QuietServer(instrumentation);
      if (quiet.begin()) {
        try {
          maker.run();
        } finally {
          quiet.end();
        }
        return;
      }
    }
    if (JAVA_8 || isConfiguredByCommandLine()) {
      awaitApplication();
    }
    maker.run();
  }

  /** Waits, for a bounded time, until the application has chosen its LogManager. */
  private void awaitApplication() {
    long start = System.nanoTime();
    while (System.getProperty("java.util.logging.manager") == null
        && !isAwake()
        && System.nanoTime() - start < PATIENCE_NANOS) {
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  private static boolean isConfiguredByCommandLine() {
    return System.getProperty("java.util.logging.config.file") != null
        || System.getProperty("java.util.logging.config.class") != null;
  }

  private boolean isAwake() {
    Class<?>[] classes = instrumentation.getAllLoadedClasses();
    if (classes == null) {
      // The JVM is about to exit: nothing to wait for.
      return true;
    }
    for (Class<?> loaded : classes) {
      if (loaded.getName().equals(LOG_MANAGER)) {
        return true;
      }
    }
    return false;
  }
}
