package io.cioagent.it.apps;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** Loads classes by name, each copy of a library in a class loader of its own, and runs nothing. */
public final class LibraryLoadingApp {

  /** So that no copy of a library goes away. */
  private static final List<ClassLoader> LOADERS = new ArrayList<>();

  private LibraryLoadingApp() {}

  public static void main(String[] arguments) throws IOException {
    ClientCalls.register(UrlConnectionApp.register(new Console()), arguments[0])
        .on("load", words -> loadFrom(loader(words.get(1)), words.get(0)))
        .on("load-own", words -> loadFrom(LibraryLoadingApp.class.getClassLoader(), words.get(0)))
        .on("run-own", words -> runOwn(words.get(0)))
        .on("forget", words -> forget())
        .run();
  }

  private static ClassLoader loader(String classPath) throws IOException {
    List<URL> urls = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator)) {
      urls.add(Paths.get(entry).toUri().toURL());
    }
    // Without the application's class path, and with all that the JDK has.
    ClassLoader platform = ClassLoader.getSystemClassLoader().getParent();
    ClassLoader loader = new URLClassLoader(urls.toArray(new URL[0]), platform);
    LOADERS.add(loader);
    return loader;
  }

  /** How many of the classes whose names stand in a file there are. */
  private static String loadFrom(ClassLoader loader, String names) throws IOException {
    int loaded = 0;
    for (String name : Files.readAllLines(Paths.get(names))) {
      if (isThere(name, loader)) {
        loaded++;
      }
    }
    return String.valueOf(loaded);
  }

  private static boolean isThere(String name, ClassLoader loader) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      // Other versions have it, or it is of a later Java.
      return false;
    }
  }

  private static String runOwn(String name) throws ReflectiveOperationException {
    Class.forName(name).asSubclass(Runnable.class).getConstructor().newInstance().run();
    return "ran";
  }

  private static String forget() throws IOException {
    for (ClassLoader loader : LOADERS) {
      ((URLClassLoader) loader).close();
    }
    LOADERS.clear();
    System.gc();
    return "forgotten";
  }
}
