package io.cioagent.it.apps;

import io.cioagent.it.apps.customerio.CustomerIoClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Collections;
import java.util.logging.LogManager;

/** An application in a JVM with uncommon surroundings. */
public final class SurroundingsApp {

  /** Chosen late in {@code main}. */
  public static final class LateLogManager extends LogManager {}

  /** Defines the application's classes itself, under one lock for all of them. */
  public static final class SystemLoader extends ClassLoader {
    public SystemLoader(ClassLoader parent) {
      super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        if (loaded == null && name.startsWith("io.cioagent.")) {
          loaded = define(name);
        }
        return loaded == null ? super.loadClass(name, resolve) : loaded;
      }
    }

    private Class<?> define(String name) {
      try (InputStream in = getParent().getResourceAsStream(name.replace('.', '/') + ".class")) {
        if (in == null) {
          return null;
        }
        byte[] bytes = new byte[1 << 20];
        int length = 0;
        for (int read = in.read(bytes); read > 0; read = in.read(bytes, length, 4096)) {
          length += read;
        }
        return defineClass(name, bytes, 0, length);
      } catch (IOException e) {
        return null;
      }
    }

    /** The JVM asks for it to add the agent's jar; it is on the class path of the test already. */
    void appendToClassPathForInstrumentation(String path) {}
  }

  /** Where the application writes its errors; nobody else should. */
  private static final class NoConsole extends OutputStream {
    @Override
    public void write(int b) {
      throw new IllegalStateException("no console");
    }
  }

  private SurroundingsApp() {}

  public static void main(String[] arguments) throws Exception {
    if (arguments[0].equals("no-console")) {
      System.setErr(new PrintStream(new NoConsole(), true, "UTF-8"));
    }
    if (arguments[0].equals("call")) {
      identify(arguments[1]);
    }
    new Console()
        .on("identify", words -> identify(arguments[1]))
        .on("choose-log-manager", words -> chooseLogManager())
        .on("loader", words -> CustomerIoClient.class.getClassLoader().getClass().getSimpleName())
        .run();
  }

  private static String identify(String base) {
    new CustomerIoClient(base).identify("cust-5512", Collections.emptyMap());
    return "identified";
  }

  private static String chooseLogManager() {
    System.setProperty("java.util.logging.manager", LateLogManager.class.getName());
    return LogManager.getLogManager().getClass().getSimpleName();
  }
}
