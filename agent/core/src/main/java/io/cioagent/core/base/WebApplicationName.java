package io.cioagent.core.base;

import com.blogspot.mydailyjava.weaklockfree.WeakConcurrentMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The name of the web application that a thread works for, in a server that may have several. The
 * server gives each application a class loader, which is the thread's context class loader. Safe
 * for any thread; class loaders are held weakly.
 */
public final class WebApplicationName {
  private static final ClassLoader SYSTEM = ClassLoader.getSystemClassLoader();
  private static final int MAX_LENGTH = 64;

  /** Null where names are not looked for. */
  private static volatile @Nullable Function<ClassLoader, @Nullable String> recognition;

  /** Not needed at start-up. */
  private static final class Known {
    /** Empty for class loaders without a name. */
    static final WeakConcurrentMap<ClassLoader, String> NAMES =
        new WeakConcurrentMap.WithInlinedExpunction<>();
  }

  private WebApplicationName() {}

  /**
   * To be called before anything is observed.
   *
   * @param servers gives the name of the application that a class loader belongs to, null for none
   */
  public static void recognizeBy(Function<ClassLoader, @Nullable String> servers) {
    recognition = servers;
  }

  /** Null where the current thread works for no web application, or for one that is unnamed. */
  public static @Nullable String current() {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    Function<ClassLoader, @Nullable String> servers = recognition;
    if (loader == null || loader == SYSTEM || servers == null) {
      return null;
    }
    String name = Known.NAMES.get(loader);
    if (name == null) {
      name = find(loader, servers);
      Known.NAMES.put(loader, name);
    }
    return name.isEmpty() ? null : name;
  }

  /** The loader may be one of JSPs or scripts beneath that of the application. */
  private static String find(ClassLoader first, Function<ClassLoader, @Nullable String> servers) {
    ClassLoader loader = first;
    while (loader != null && loader != SYSTEM) {
      String name = servers.apply(loader);
      if (name != null) {
        return name.length() > MAX_LENGTH ? name.substring(0, MAX_LENGTH) : name;
      }
      loader = loader.getParent();
    }
    return "";
  }
}
