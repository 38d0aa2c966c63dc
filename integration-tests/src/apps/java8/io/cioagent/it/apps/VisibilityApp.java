package io.cioagent.it.apps;

import java.io.File;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for classes from everywhere that application code can look from. */
public final class VisibilityApp {

  private static final Map<String, ClassLoader> LOADERS = new HashMap<>();

  private VisibilityApp() {}

  public static void main(String[] arguments) throws Exception {
    ClassLoader system = ClassLoader.getSystemClassLoader();
    LOADERS.put("system", system);
    LOADERS.put("platform", system.getParent());
    LOADERS.put("bootstrap", null);
    LOADERS.put("fresh", new URLClassLoader(new URL[0]));
    LOADERS.put("parentless", new URLClassLoader(new URL[0], null));
    LOADERS.put("context", Thread.currentThread().getContextClassLoader());
    new Console()
        .on("load", words -> load(words.get(0)))
        .on("resource", words -> resource(words.get(0)))
        .on("own-slf4j", words -> ownSlf4j())
        .on("own-byte-buddy", words -> ownByteBuddy())
        .run();
  }

  private static String load(String name) {
    List<String> found = new ArrayList<>();
    LOADERS.forEach(
        (label, loader) -> {
          try {
            found.add(label + ":" + Class.forName(name, false, loader).getName());
          } catch (ClassNotFoundException | LinkageError expected) {
            // what ought to happen
          }
        });
    return found.toString();
  }

  private static String resource(String name) {
    List<String> found = new ArrayList<>();
    LOADERS.forEach(
        (label, loader) -> {
          URL url = loader == null ? ClassLoader.getSystemResource(name) : loader.getResource(name);
          if (url != null) {
            found.add(label + ":" + url);
          }
        });
    return found.toString();
  }

  /** The version comes from the jar that the class really was loaded from. */
  private static String ownSlf4j() throws Exception {
    Class<?> factory = Class.forName("org.slf4j.LoggerFactory");
    Object logger = factory.getMethod("getLogger", String.class).invoke(null, "shop");
    Method info = Class.forName("org.slf4j.Logger").getMethod("info", String.class);
    info.invoke(logger, "hello");
    return source(factory) + " " + logger.getClass().getName();
  }

  private static String ownByteBuddy() throws Exception {
    Class<?> type = Class.forName("net.bytebuddy.ByteBuddy");
    Object builder =
        type.getMethod("subclass", Class.class)
            .invoke(type.getConstructor().newInstance(), Runnable.class);
    Class<?> builderType = Class.forName("net.bytebuddy.dynamic.DynamicType$Builder");
    Object unloaded = builderType.getMethod("make").invoke(builder);
    byte[] bytes =
        (byte[])
            Class.forName("net.bytebuddy.dynamic.DynamicType")
                .getMethod("getBytes")
                .invoke(unloaded);
    return source(type) + " " + (bytes.length > 0);
  }

  private static String source(Class<?> type) {
    return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath()).getName();
  }
}
