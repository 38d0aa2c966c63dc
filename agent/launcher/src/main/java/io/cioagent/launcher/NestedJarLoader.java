package io.cioagent.launcher;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;

/**
 * Loads classes of a jar that is one entry of ours: classes that an observed application never
 * needs then add one entry to the jar, which costs less at start-up and compresses better.
 */
final class NestedJarLoader extends ClassLoader {
  private static final String CLASS = ".class";
  private static final int BUFFER = 8192;

  static {
    registerAsParallelCapable();
  }

  private final Map<String, byte[]> classes = new HashMap<>();

  NestedJarLoader(ClassLoader parent, JarFile jar, String nested) throws IOException {
    super(parent);
    JarEntry entry = jar.getJarEntry(nested);
    try (InputStream in = jar.getInputStream(entry);
        JarInputStream entries = new JarInputStream(in, false)) {
      for (JarEntry each = entries.getNextJarEntry();
          each != null;
          each = entries.getNextJarEntry()) {
        if (each.getName().endsWith(CLASS)) {
          classes.put(className(each.getName()), read(entries));
        }
      }
    }
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS.length()).replace('/', '.');
  }

  private static byte[] read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      bytes.write(buffer, 0, count);
    }
    return bytes.toByteArray();
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
