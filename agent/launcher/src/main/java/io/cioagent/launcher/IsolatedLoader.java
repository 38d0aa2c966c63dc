package io.cioagent.launcher;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent and its libraries from a folder of the agent's jar. Its parent is the platform
 * class loader, so the agent and the application do not see each other's classes.
 *
 * <p>The classes' entries end in {@code .classdata}, so that class path scanners do not take them
 * for classes.
 */
final class IsolatedLoader extends ClassLoader {
  private static final String FOLDER = "isolated/";
  private static final String CLASS = ".class";
  private static final String CLASS_DATA = ".classdata";

  private static final boolean JAVA_8 =
      "1.8".equals(System.getProperty("java.specification.version"));

  static {
    registerAsParallelCapable();
  }

  private final JarFile jar;
  private final ProtectionDomain protectionDomain;

  IsolatedLoader(File path, JarFile jar) throws MalformedURLException {
    super(platformLoader());
    this.jar = jar;
    CodeSource source = new CodeSource(path.toURI().toURL(), (Certificate[]) null);
    this.protectionDomain = new ProtectionDomain(source, null, this, null);
  }

  /** Uses what Java 8 offers too; a custom system class loader may have other parents. */
  private static ClassLoader platformLoader() {
    ClassLoader loader = ClassLoader.getSystemClassLoader();
    while (loader.getParent() != null) {
      loader = loader.getParent();
    }
    return loader;
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    JarEntry entry = jar.getJarEntry(FOLDER + name.replace('.', '/') + CLASS_DATA);
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try {
      byte[] bytes = read(entry);
      definePackageOf(name);
      return defineClass(name, bytes, 0, bytes.length, protectionDomain);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }

  /** On Java 8, a class has no package unless its loader defines one; libraries use it. */
  private void definePackageOf(String className) {
    String name = className.substring(0, className.lastIndexOf('.'));
    if (JAVA_8 && getPackage(name) == null) {
      try {
        definePackage(name, null, null, null, null, null, null, null);
      } catch (IllegalArgumentException e) {
        // Another thread was first.
      }
    }
  }

  @Override
  protected @Nullable URL findResource(String name) {
    String inJar =
        name.endsWith(CLASS)
            ? name.substring(0, name.length() - CLASS.length()) + CLASS_DATA
            : name;
    JarEntry entry = jar.getJarEntry(FOLDER + inJar);
    if (entry == null || entry.isDirectory()) {
      return null;
    }
    try {
      return new URL(null, "customerio-agent:" + name, new EntryHandler(entry));
    } catch (MalformedURLException e) {
      return null;
    }
  }

  @Override
  protected Enumeration<URL> findResources(String name) {
    URL resource = findResource(name);
    return Collections.enumeration(
        resource == null ? Collections.<URL>emptyList() : Collections.singletonList(resource));
  }

  private byte[] read(JarEntry entry) throws IOException {
    try (InputStream in = jar.getInputStream(entry)) {
      return JarBytes.read(in, entry.getSize());
    }
  }

  /** Reads entries from the open jar: a jar: URL would open and cache the jar a second time. */
  private final class EntryHandler extends URLStreamHandler {
    private final JarEntry entry;

    EntryHandler(JarEntry entry) {
      this.entry = entry;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          return new ByteArrayInputStream(read(entry));
        }
      };
    }
  }
}
