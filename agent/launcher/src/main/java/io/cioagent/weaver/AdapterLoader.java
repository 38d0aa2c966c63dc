package io.cioagent.weaver;

import io.cioagent.core.observe.Observer;
import io.cioagent.instrumentation.Adapter;
import io.cioagent.instrumentation.PackageName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Loads adapters beside one copy of a library: they see the library through the class loader that
 * has it, and the agent through the isolated one. Lives as long as the classes of the library.
 */
final class AdapterLoader extends ClassLoader {
  private static final String PACKAGE_PREFIX = PackageName.of(Adapter.class) + '.';
  private static final ClassLoader AGENT = Adapter.class.getClassLoader();

  private static final String AGENT_FILES = "io/cioagent/";

  /**
   * Classes of the agent that adapters may use: an application may have its own classes of these
   * names.
   */
  private static final String[] AGENT_PACKAGES = {
    "io.cioagent.", "com.blogspot.mydailyjava.weaklockfree."
  };

  /** In the agent's jar, for applications that do not have it. */
  private static final String ELASTIC_API = "co.elastic.apm.api.";

  static {
    registerAsParallelCapable();
  }

  /**
   * @param library the class loader of the library, null for the bootstrap loader
   */
  AdapterLoader(@Nullable ClassLoader library) {
    super(library);
  }

  Adapter make(String adapterName, Observer observer) throws ReflectiveOperationException {
    Adapter adapter =
        loadClass(adapterName).asSubclass(Adapter.class).getConstructor().newInstance();
    adapter.attach(observer);
    return adapter;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (isOfLibrary(name)) {
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = findLoadedClass(name);
        return loaded == null ? define(name) : loaded;
      }
    }
    for (String prefix : AGENT_PACKAGES) {
      if (name.startsWith(prefix)) {
        return AGENT.loadClass(name);
      }
    }
    try {
      return super.loadClass(name, resolve);
    } catch (ClassNotFoundException e) {
      if (name.startsWith(ELASTIC_API)) {
        return AGENT.loadClass(name);
      }
      throw e;
    }
  }

  /**
   * Neighbours that weave the adapters, such as AspectJ, read them and what they are derived from.
   */
  @Override
  protected @Nullable URL findResource(String name) {
    return name.startsWith(AGENT_FILES) ? AGENT.getResource(name) : null;
  }

  /** Whether it belongs to the package of one library, not to those that all libraries share. */
  private static boolean isOfLibrary(String name) {
    return name.startsWith(PACKAGE_PREFIX) && name.indexOf('.', PACKAGE_PREFIX.length()) > 0;
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = AGENT.getResourceAsStream(name.replace('.', '/') + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(name);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
        bytes.write(buffer, 0, read);
      }
      byte[] classFile = bytes.toByteArray();
      if (getParent() == null && RenamedApi.isUsedBy(name)) {
        classFile = RenamedApi.rename(classFile);
      }
      return defineClass(name, classFile, 0, classFile.length, Adapter.class.getProtectionDomain());
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
