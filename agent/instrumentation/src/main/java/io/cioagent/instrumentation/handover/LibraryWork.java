package io.cioagent.instrumentation.handover;

import org.jspecify.annotations.Nullable;

/**
 * Work of HTTP libraries for themselves: clean-up, timers, dispatch. No call waits for it, as the
 * requests of these libraries are known from their beginning to their end.
 */
final class LibraryWork {
  private static final ClassLoader PLATFORM = ClassLoader.getSystemClassLoader().getParent();

  private static final String[] PACKAGES = {
    "okhttp3.",
    "okio.",
    "org.apache.http.",
    "org.apache.hc.",
    "org.apache.commons.httpclient.",
    "jdk.internal.",
    "sun.",
  };

  /** Such as the function that returns its argument. */
  private static final String FUNCTIONS = "java.util.function.";

  /** The JDK's own thread for idle connections, a plain one before Java 9. */
  private static final String KEEP_ALIVE = "Keep-Alive-";

  private LibraryWork() {}

  /** Whether its class is one of a library; null is none. */
  static boolean is(@Nullable Object work) {
    if (work != null) {
      String name = work.getClass().getName();
      for (String each : PACKAGES) {
        if (name.startsWith(each)) {
          return true;
        }
      }
    }
    return false;
  }

  /**
   * As {@link #is} for the JDK's own libraries and functions, and quick for the application's
   * classes.
   */
  static boolean isJdks(@Nullable Object work) {
    if (work == null) {
      return false;
    }
    ClassLoader loader = work.getClass().getClassLoader();
    return (loader == null || loader == PLATFORM)
        && (is(work) || work.getClass().getName().startsWith(FUNCTIONS));
  }

  static boolean isThread(Thread thread) {
    return is(thread)
        || (thread.getClass() == Thread.class && thread.getName().startsWith(KEEP_ALIVE));
  }
}
