package io.cioagent.launcher;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.security.AllPermission;
import java.security.PermissionCollection;
import java.security.ProtectionDomain;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Loads the agent and its libraries from a jar within the agent's jar. Its parent is the platform
 * class loader, so the agent and the application do not see each other's classes.
 *
 * <p>The classes have no code source: neighbours such as JaCoCo's agent weave and record every
 * class that has one. They have all permissions instead; the launcher, whose code source is the
 * agent's jar, starts them only where the policy grants it the same.
 */
final class IsolatedLoader extends ClassLoader {
  private static final String CLASS = ".class";

  private static final boolean JAVA_8 =
      "1.8".equals(System.getProperty("java.specification.version"));

  static {
    registerAsParallelCapable();
  }

  private final IsolatedArchive archive;
  private final ProtectionDomain protectionDomain;

  IsolatedLoader(IsolatedArchive archive) {
    super(platformLoader());
    this.archive = archive;
    PermissionCollection all = new java.security.Permissions();
    all.add(new AllPermission());
    this.protectionDomain = new ProtectionDomain(null, all);
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
    try {
      byte[] bytes = archive.read(name.replace('.', '/') + CLASS);
      if (bytes == null) {
        throw new ClassNotFoundException(name);
      }
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
    if (!archive.contains(name)) {
      return null;
    }
    try {
      return new URL(null, "customerio-agent:" + name, new FileHandler(name));
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

  /** Reads from the open jar: a jar: URL would open and cache the jar a second time. */
  private final class FileHandler extends URLStreamHandler {
    private final String name;

    FileHandler(String name) {
      this.name = name;
    }

    @Override
    protected URLConnection openConnection(URL url) {
      return new URLConnection(url) {
        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() throws IOException {
          byte[] content = archive.read(name);
          if (content == null) {
            throw new FileNotFoundException(name);
          }
          return new ByteArrayInputStream(content);
        }
      };
    }
  }
}
