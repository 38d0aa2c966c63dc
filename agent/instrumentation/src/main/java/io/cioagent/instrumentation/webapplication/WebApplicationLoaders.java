package io.cioagent.instrumentation.webapplication;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names web applications by the class loaders that Tomcat, Jetty and JBoss Modules make for them.
 * Safe for any thread.
 */
public final class WebApplicationLoaders implements Function<ClassLoader, @Nullable String> {
  private static final String JBOSS_DEPLOYMENT = "Module \"deployment.";

  @Override
  public @Nullable String apply(ClassLoader loader) {
    for (Class<?> type = loader.getClass(); type != null; type = type.getSuperclass()) {
      String name = type.getName();
      if (name.endsWith(".TomcatEmbeddedWebappClassLoader")) {
        // The only application of Spring Boot, and its name is always ROOT.
        return "";
      }
      if (name.equals("org.apache.catalina.loader.WebappClassLoaderBase")
          || name.equals("org.apache.catalina.loader.WebappClassLoader")) {
        return call(type, "getContextName", loader);
      }
      if (name.startsWith("org.eclipse.jetty.") && name.endsWith(".webapp.WebAppClassLoader")) {
        String path = call(type, "getName", loader);
        return path.startsWith("/") ? path.substring(1) : path;
      }
      if (name.equals("org.jboss.modules.ModuleClassLoader")) {
        return deployment(loader.toString());
      }
    }
    return null;
  }

  private static String call(Class<?> type, String method, ClassLoader loader) {
    try {
      Object name = type.getMethod(method).invoke(loader);
      return name == null ? "" : name.toString();
    } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
      // Another version of the server: its applications stay unnamed.
      return "";
    }
  }

  /**
   * From {@code ModuleClassLoader for Module "deployment.shop.war" …}: the class loader has no
   * other public name in Java 8. Null for the server's own modules.
   */
  private static @Nullable String deployment(String text) {
    int start = text.indexOf(JBOSS_DEPLOYMENT);
    if (start < 0) {
      return null;
    }
    start += JBOSS_DEPLOYMENT.length();
    int end = text.indexOf('"', start);
    String name = end < 0 ? text.substring(start) : text.substring(start, end);
    return name.endsWith(".war") ? name.substring(0, name.length() - ".war".length()) : name;
  }
}
