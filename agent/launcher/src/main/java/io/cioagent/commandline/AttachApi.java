package io.cioagent.commandline;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import org.jspecify.annotations.Nullable;

/** The JDK's attach API. Called by reflection, because before Java 9 it is in a separate jar. */
final class AttachApi {
  private static final String MACHINE = "com.sun.tools.attach.VirtualMachine";

  private final Class<?> machine;

  private AttachApi(Class<?> machine) {
    this.machine = machine;
  }

  /** The reason of the failure, worded to follow a colon. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(String message) {
      super(message);
    }
  }

  static AttachApi find() throws Failed {
    try {
      return new AttachApi(Class.forName(MACHINE, false, ClassLoader.getSystemClassLoader()));
    } catch (ClassNotFoundException e) {
      return new AttachApi(ofToolsJar());
    }
  }

  private static Class<?> ofToolsJar() throws Failed {
    File home = new File(System.getProperty("java.home"));
    File tools = new File(home.getParentFile(), "lib/tools.jar");
    if (tools.isFile()) {
      try {
        // Not closed: it is needed for as long as the command runs.
        @SuppressWarnings("resource")
        URLClassLoader loader =
            new URLClassLoader(
                new URL[] {tools.toURI().toURL()}, ClassLoader.getSystemClassLoader());
        return Class.forName(MACHINE, false, loader);
      } catch (ClassNotFoundException | MalformedURLException e) {
        // Said below.
      }
    }
    throw new Failed(
        "the Java runtime of this command, "
            + home
            + ", has no module jdk.attach; run the command with a JDK's java");
  }

  /** Loads the agent into the JVM. */
  void load(long pid, File jar, @Nullable String arguments) throws Failed {
    try {
      Object target = machine.getMethod("attach", String.class).invoke(null, Long.toString(pid));
      try {
        machine
            .getMethod("loadAgent", String.class, String.class)
            .invoke(target, jar.getAbsolutePath(), arguments);
      } finally {
        machine.getMethod("detach").invoke(target);
      }
    } catch (InvocationTargetException e) {
      throw new Failed(reason(e.getTargetException()));
    } catch (ReflectiveOperationException e) {
      throw new Failed(e.toString());
    }
  }

  private static String reason(Throwable failure) {
    String said = String.valueOf(failure.getMessage());
    if (said.contains("EnableDynamicAgentLoading") || said.contains("Dynamic agent loading")) {
      return "it was started with -XX:-EnableDynamicAgentLoading; restart it with -javaagent";
    }
    return said + ". The JVM must run as the same user, in the same container, and allow attaching";
  }
}
