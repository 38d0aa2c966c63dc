package io.cioagent.launcher;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Puts the bridge on the bootstrap class loader, and opens packages of the JDK to the agent.
 *
 * <p>Avoids {@link Instrumentation#appendToBootstrapClassLoaderSearch} if possible: it turns
 * class-data sharing off for the application's classes, and the JVM prints a warning
 * (opentelemetry-java-instrumentation PR 20001, dd-trace-java 7580). An Unsafe of the JDK defines
 * the few classes instead: the well-known one on Java 8, and since Java 9 the internal one, whose
 * package is opened to the launcher alone. Neither needs a temporary file.
 */
final class BootstrapClasses {
  /** A class comes after the classes that it needs. */
  private static final String[] NAMES = {
    "io/cioagent/bridge/Handler", "io/cioagent/bridge/PrivilegedCall", "io/cioagent/bridge/Bridge",
  };

  /**
   * What the agent reads of the JDK's own objects: the shutdown hooks in {@code java.lang}, what
   * the wrappers of {@code java.util} wrap, and whether the JVM records an archive.
   */
  private static final String[] OPENED = {"java.lang", "java.util", "jdk.internal.misc"};

  private static final String SINCE_9 = "io.cioagent.launcher.ModularJdk";
  private static final String SUFFIX = ".classdata";
  private static final String FOLDER = "bootstrap/";

  private static final boolean JAVA_8 =
      "1.8".equals(System.getProperty("java.specification.version"));

  private BootstrapClasses() {}

  /**
   * Does not define the classes again if they are defined already. Synchronized, because an agent
   * that is specified twice starts on two threads.
   *
   * @param isolated loads the agent
   */
  static synchronized void define(
      JarFile jar, Instrumentation instrumentation, ClassLoader isolated) throws Exception {
    try {
      if (JAVA_8) {
        // All packages are open.
        if (!areThere()) {
          defineByUnsafe(jar);
        }
      } else {
        JdkInternals internals =
            Class.forName(SINCE_9)
                .asSubclass(JdkInternals.class)
                .getDeclaredConstructor()
                .newInstance();
        internals.open(instrumentation, isolated, OPENED);
        if (!areThere()) {
          for (String name : NAMES) {
            internals.define(name, read(jar, name));
          }
        }
      }
    } catch (Exception | LinkageError e) {
      // This JDK lacks the method. A package that stays closed is not read.
      if (!areThere()) {
        append(jar, instrumentation);
      }
    }
  }

  private static boolean areThere() {
    try {
      Class.forName(NAMES[NAMES.length - 1].replace('/', '.'), false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void defineByUnsafe(JarFile jar) throws Exception {
    Class<?> unsafeType = Class.forName("sun.misc.Unsafe");
    Field instance = unsafeType.getDeclaredField("theUnsafe");
    instance.setAccessible(true);
    Method defineClass =
        unsafeType.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    for (String name : NAMES) {
      byte[] bytes = read(jar, name);
      defineClass.invoke(instance.get(null), name, bytes, 0, bytes.length, null, null);
    }
  }

  /** The last resort. */
  private static void append(JarFile jar, Instrumentation instrumentation) throws IOException {
    File file;
    try {
      file = File.createTempFile("customerio-agent-bridge", ".jar");
    } catch (IOException e) {
      throw new IOException(
          "cannot create a file in "
              + System.getProperty("java.io.tmpdir")
              + "; set -Djava.io.tmpdir to a writable directory",
          e);
    }
    file.deleteOnExit();
    ownerOnly(file);
    try (OutputStream out = new FileOutputStream(file);
        JarOutputStream written = new JarOutputStream(out)) {
      for (String name : NAMES) {
        written.putNextEntry(new JarEntry(name + ".class"));
        written.write(read(jar, name));
        written.closeEntry();
      }
    }
    instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(file, false));
  }

  /**
   * Restricts access before anything is written: a process that can write to the file can run code
   * in this JVM. Uses {@link File}, as premain must not initialize NIO.
   */
  private static void ownerOnly(File file) throws IOException {
    boolean closed = file.setWritable(false, false) && file.setReadable(false, false);
    boolean opened = file.setWritable(true, true) && file.setReadable(true, true);
    if (!closed || !opened) {
      throw new IOException("cannot prevent other users from writing to " + file);
    }
  }

  private static byte[] read(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(FOLDER + name + SUFFIX);
    try (InputStream in = jar.getInputStream(entry)) {
      return JarBytes.read(in, entry.getSize());
    }
  }
}
