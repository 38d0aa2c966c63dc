package io.cioagent.it.apps;

import java.io.File;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.LogManager;

/**
 * Loads a client class for the first time while holding a lock that others may want, as soon as
 * {@code main} begins: who makes class loading wait for another thread deadlocks here.
 */
public final class LocksApp {

  private static final String CLIENT = "io.cioagent.it.apps.customerio.CustomerIoClient";

  /** Its initialiser waits for another thread that loads the client. */
  static final class WaitingInitialiser {
    static final Class<?> CLIENT_CLASS = loadElsewhere();

    private WaitingInitialiser() {}
  }

  /** Loads the client while the JVM's logging is being initialised. */
  public static final class LoadingLogManager extends LogManager {
    final Class<?> client = load(LocksApp.class.getClassLoader());
  }

  /** One lock for everything, as class loaders were written before Java 7. */
  static final class OneLockLoader extends URLClassLoader {
    OneLockLoader(URL[] urls) {
      super(urls, null);
    }

    @Override
    public synchronized Class<?> loadClass(String name) throws ClassNotFoundException {
      return super.loadClass(name);
    }

    @Override
    public synchronized URL getResource(String name) {
      return super.getResource(name);
    }

    @Override
    public synchronized InputStream getResourceAsStream(String name) {
      return super.getResourceAsStream(name);
    }
  }

  private LocksApp() {}

  public static void main(String[] arguments) throws Exception {
    long start = System.nanoTime();
    Class<?> client = client(arguments[0]);
    Object instance = client.getConstructor(String.class).newInstance(arguments[1]);
    long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    new Console()
        .on("millis", words -> "" + millis)
        .on(
            "identify",
            words -> {
              try {
                client
                    .getMethod("identify", String.class, Map.class)
                    .invoke(instance, "cust-5512", Collections.emptyMap());
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
              return "identified";
            })
        .run();
  }

  private static Class<?> client(String lock) throws Exception {
    switch (lock) {
      case "initialiser":
        return WaitingInitialiser.CLIENT_CLASS;
      case "log-manager":
        return ((LoadingLogManager) LogManager.getLogManager()).client;
      case "class-loader":
        // Java 8 adds the jars of agents to it.
        String[] path = System.getProperty("java.class.path").split(File.pathSeparator);
        URL here = new File(path[0]).toURI().toURL();
        @SuppressWarnings("resource") // lives as long as the application
        OneLockLoader loader = new OneLockLoader(new URL[] {here});
        return load(loader);
      case "standard-error":
        synchronized (System.err) {
          return load(LocksApp.class.getClassLoader());
        }
      default:
        throw new IllegalArgumentException(lock);
    }
  }

  /** Not within the initialiser's class, which the other thread would wait for. */
  private static Class<?> loadElsewhere() {
    Class<?>[] loaded = new Class<?>[1];
    Thread loader = new Thread(() -> loaded[0] = load(LocksApp.class.getClassLoader()));
    loader.start();
    try {
      loader.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return loaded[0];
  }

  private static Class<?> load(ClassLoader loader) {
    try {
      return Class.forName(CLIENT, true, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
