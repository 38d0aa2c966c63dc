package io.cioagent.it.apps;

import java.io.File;
import java.lang.ref.WeakReference;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/** Does something in a class loader of its own, as in a container, and drops that. */
public final class Redeployment {

  private final String base;

  public Redeployment(String base) {
    this.base = base;
  }

  /** Whether nothing keeps the class loader alive. */
  public String use(String type, String method, String argument) throws Exception {
    WeakReference<ClassLoader> dropped = used(type, method, argument);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (dropped.get() != null && System.nanoTime() < end) {
      System.gc();
    }
    return dropped.get() == null ? "unloaded" : "still there";
  }

  private WeakReference<ClassLoader> used(String type, String method, String argument)
      throws Exception {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(new File(entry).toURI().toURL());
    }
    ClassLoader parent = ClassLoader.getSystemClassLoader().getParent();
    try (URLClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), parent)) {
      FutureTask<Object> work =
          new FutureTask<>(
              () -> {
                Class<?> uses = loader.loadClass("io.cioagent.it.apps." + type);
                Object object = uses.getConstructor(String.class).newInstance(base);
                try {
                  return uses.getMethod(method, String.class).invoke(object, argument);
                } catch (InvocationTargetException e) {
                  // As good as a result; but it must not be kept here.
                  return null;
                }
              });
      // Libraries leave things behind in thread locals.
      Thread thread = new Thread(work, "deployed");
      thread.setContextClassLoader(loader);
      thread.start();
      work.get(10, TimeUnit.SECONDS);
      thread.join();
      return new WeakReference<>(loader);
    }
  }
}
