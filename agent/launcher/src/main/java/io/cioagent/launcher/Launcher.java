package io.cioagent.launcher;

import java.io.File;
import java.lang.instrument.Instrumentation;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Starts the agent. Everything that can wait happens on the background thread; this code itself
 * waits in one rare case only.
 *
 * <p>Uses no logging, JMX, NIO or TLS: an application may install its own provider of these in
 * {@code main}, and WildFly did not start if an agent used them first
 * (opentelemetry-java-instrumentation 2546).
 */
public final class Launcher {
  private static final long MAX_ATTACH_MILLIS = 10_000;

  private Launcher() {}

  /** Called by {@link Agent}, reflectively; may throw: {@link Agent} catches everything. */
  public static void start(String arguments, Instrumentation instrumentation) throws Exception {
    startInBackground(arguments, instrumentation);
  }

  /**
   * As {@link #start}, in a JVM that is running. Waits until all loaded classes are woven: whoever
   * attaches the agent then knows that everything is observed. The JVM calls this on a thread that
   * does nothing for the application.
   */
  public static void attach(String arguments, Instrumentation instrumentation) throws Exception {
    Thread background = startInBackground(arguments, instrumentation);
    if (background != null) {
      background.join(MAX_ATTACH_MILLIS);
    }
  }

  /** Null where the agent is not to start. */
  private static @Nullable Thread startInBackground(
      String arguments, Instrumentation instrumentation) throws Exception {
    if (!Permissions.areGranted()) {
      return null;
    }
    String command = System.getProperty("sun.java.command");
    if (JdkTool.isRunning(command)
        || ServerTool.isRunning(command)
        || Disabled.isAskedFor(arguments)) {
      return null;
    }
    File jar = new File(AgentJar.path());
    if (JdkTool.isOurs(command, jar)) {
      return null;
    }
    // Stays open: the isolated class loader reads from it whenever it needs a class.
    JarFile jarFile = new JarFile(jar, false);
    if (!AlreadyStarted.claim()) {
      AlreadyStarted.warn();
      jarFile.close();
      return null;
    }
    WovenClasses wovenClasses = WovenClasses.read(jarFile);
    WaitingTransformer transformer =
        new WaitingTransformer(wovenClasses, ConfiguredClasses.mayBeGiven(arguments));
    instrumentation.addTransformer(transformer, true);
    Thread background =
        new Thread(
            null,
            new BackgroundStart(arguments, instrumentation, jarFile, wovenClasses, transformer),
            "customerio-agent-start",
            0);
    background.setDaemon(true);
    background.start();
    if (isSystemLoaderOfApplication()) {
      transformer.awaitWeaver();
    }
    return background;
  }

  /**
   * Whether {@code -Djava.system.class.loader} is given. Such a class loader may lock itself to
   * load a class, and a thread that loads one and waits for the weaver would keep that lock from
   * the background thread: the launcher's classes come from there, and so do types that the JDK
   * looks up to link a lambda. No such lock is held yet, so this case waits here. The JDK's own
   * class loaders use one lock for each class.
   */
  private static boolean isSystemLoaderOfApplication() {
    return ClassLoader.getSystemClassLoader().getClass().getClassLoader() != null;
  }
}
