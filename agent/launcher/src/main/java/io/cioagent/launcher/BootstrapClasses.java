package io.cioagent.launcher;

import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;

/**
 * Puts the bridge on the bootstrap class loader.
 *
 * <p>Not by {@link Instrumentation#appendToBootstrapClassLoaderSearch} where it can be avoided:
 * that turns class-data sharing off for the application's classes and makes the JVM print a warning
 * (opentelemetry-java-instrumentation PR 20001, dd-trace-java 7580). Since Java 9 the JDK's
 * internal Unsafe defines the few classes instead; its package is opened to this class alone.
 */
final class BootstrapClasses {
  /** In this order: a class comes after what it needs. */
  private static final String[] NAMES = {"io/cioagent/bridge/Handler", "io/cioagent/bridge/Bridge"};

  private static final String SUFFIX = ".classdata";
  private static final String FOLDER = "bootstrap/";

  private BootstrapClasses() {}

  /** Does nothing where the classes are there already. */
  static void define(JarFile jar, Instrumentation instrumentation) throws Exception {
    if (areThere()) {
      return;
    }
    try {
      defineByUnsafe(jar, instrumentation);
    } catch (Exception | LinkageError e) {
      // Java 8, or a JDK that lost the method.
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

  private static void defineByUnsafe(JarFile jar, Instrumentation instrumentation)
      throws Exception {
    Class<?> moduleType = Class.forName("java.lang.Module");
    Method getModule = Class.class.getMethod("getModule");
    Set<Object> us = Collections.singleton(getModule.invoke(BootstrapClasses.class));
    Map<String, Set<Object>> exports = Collections.singletonMap("jdk.internal.misc", us);
    Instrumentation.class
        .getMethod(
            "redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
        .invoke(
            instrumentation,
            getModule.invoke(Object.class),
            Collections.emptySet(),
            exports,
            Collections.emptyMap(),
            Collections.emptySet(),
            Collections.emptyMap());
    Class<?> unsafeType = Class.forName("jdk.internal.misc.Unsafe");
    Object unsafe = unsafeType.getMethod("getUnsafe").invoke(null);
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
      defineClass.invoke(unsafe, name, bytes, 0, bytes.length, null, null);
    }
  }

  private static void append(JarFile jar, Instrumentation instrumentation) throws IOException {
    File file = File.createTempFile("customerio-agent-bridge", ".jar");
    file.deleteOnExit();
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

  private static byte[] read(JarFile jar, String name) throws IOException {
    JarEntry entry = jar.getJarEntry(FOLDER + name + SUFFIX);
    try (InputStream in = jar.getInputStream(entry)) {
      return JarBytes.read(in, entry.getSize());
    }
  }
}
