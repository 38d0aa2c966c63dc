package io.cioagent.core.base;

import java.lang.reflect.Constructor;
import java.security.AccessController;
import java.security.PrivilegedAction;
import org.jspecify.annotations.Nullable;

/**
 * A daemon thread that is made on an application's thread and inherits nothing of it: each of
 * context class loader, inheritable thread-locals, access control context and thread group would
 * keep the application's class loader alive as long as the thread.
 */
public final class AgentThread {
  /** All threads of the agent are named so. */
  private static final String PREFIX = "customerio-agent-";

  /** Since Java 9: the last parameter is whether to inherit thread-locals. */
  private static final @Nullable Constructor<Thread> INHERITING_NOTHING = find();

  private AgentThread() {}

  /** Not started yet. */
  public static Thread named(String name, Runnable task) {
    // No lambda, which would be the most expensive part.
    PrivilegedAction<Thread> made =
        new PrivilegedAction<Thread>() {
          @Override
          public Thread run() {
            Thread thread = make(name, task);
            // Both are permissions that the application's frames may not have.
            thread.setDaemon(true);
            thread.setContextClassLoader(null);
            return thread;
          }
        };
    // The context that the thread keeps ends here, instead of with the application's frames.
    return AccessController.doPrivileged(made);
  }

  private static Thread make(String name, Runnable task) {
    ThreadGroup group = Thread.currentThread().getThreadGroup();
    while (group.getParent() != null) {
      group = group.getParent();
    }
    // A thread of the agent passes on nothing of the application, and the first call by reflection
    // takes long on recent JDKs.
    boolean isMadeByAgent = Thread.currentThread().getName().startsWith(PREFIX);
    if (INHERITING_NOTHING != null && !isMadeByAgent) {
      try {
        return INHERITING_NOTHING.newInstance(group, task, name, 0L, false);
      } catch (ReflectiveOperationException e) {
        // As before Java 9.
      }
    }
    return new Thread(group, task, name, 0);
  }

  private static @Nullable Constructor<Thread> find() {
    try {
      return Thread.class.getConstructor(
          ThreadGroup.class, Runnable.class, String.class, long.class, boolean.class);
    } catch (NoSuchMethodException e) {
      return null;
    }
  }
}
