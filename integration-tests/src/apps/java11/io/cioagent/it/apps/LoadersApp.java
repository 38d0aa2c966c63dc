package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.http.HttpClient;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** A server that applications are deployed to and removed from while its own threads live on. */
public final class LoadersApp {

  private static final String DROPPED = "io.cioagent.it.apps.dropped.";

  /** Happen within a few seconds where nothing else runs. */
  private static final int ENOUGH_COLLECTIONS = 30;

  private final String base;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
  private final ExecutorService pool =
      Executors.newFixedThreadPool(
          3,
          work -> {
            Thread thread = new Thread(work, "server-worker");
            thread.setDaemon(true);
            return thread;
          });

  private LoadersApp(String base) {
    this.base = base;
  }

  public static void main(String[] arguments) throws Exception {
    LoadersApp app = new LoadersApp(arguments[0]);
    app.warmUp();
    new Console()
        .on("deploy", words -> app.deploy(Integer.parseInt(words.get(0))))
        .on("still-there", words -> app.stillThere(Integer.parseInt(words.get(0))))
        .run();
  }

  /** All threads of the server's own start before any application can be their parent. */
  private void warmUp() throws Exception {
    for (int i = 0; i < 3; i++) {
      pool.submit(() -> {}).get();
    }
    http.send(Wire11.event(base), Wire11.discarding());
    Wire11.call("POST", base + "/api/v1/events");
  }

  private String deploy(int times) throws Exception {
    String last = "";
    for (int i = 0; i < times; i++) {
      ClassLoader loader = new ApplicationLoader();
      loaders.add(new WeakReference<>(loader));
      ClassLoader before = Thread.currentThread().getContextClassLoader();
      Thread.currentThread().setContextClassLoader(loader);
      try {
        last = runIn(loader);
      } finally {
        Thread.currentThread().setContextClassLoader(before);
      }
    }
    return last;
  }

  @SuppressWarnings("unchecked")
  private String runIn(ClassLoader loader) throws ReflectiveOperationException {
    Object client =
        loader
            .loadClass(DROPPED + "customerio.DroppedCustomerIoClient")
            .getConstructor(String.class)
            .newInstance(base);
    return ((BiFunction<ExecutorService, HttpClient, String>) client).apply(pool, http);
  }

  /**
   * How many are left; waits until none is, but not for ever. What is dropped step by step needs
   * some collections, which take their time where there is little of it.
   */
  private String stillThere(int seconds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    int collections = 0;
    long left;
    do {
      System.gc();
      left = loaders.stream().filter(loader -> loader.get() != null).count();
      TimeUnit.MILLISECONDS.sleep(50);
      collections++;
    } while (left > 0 && (System.nanoTime() - deadline < 0 || collections < ENOUGH_COLLECTIONS));
    return "" + left + " of " + loaders.size();
  }

  /** Defines the application's classes itself, and leaves all others to the server. */
  private static final class ApplicationLoader extends ClassLoader {
    ApplicationLoader() {
      super(LoadersApp.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith(DROPPED)) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] classFile = in.readAllBytes();
        return defineClass(name, classFile, 0, classFile.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }
}
