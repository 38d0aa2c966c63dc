package org.apache.catalina.loader;

import org.jspecify.annotations.Nullable;

/** Stands for Tomcat's class loader of a web application. */
public class WebappClassLoaderBase extends ClassLoader {
  private final @Nullable String contextName;

  public WebappClassLoaderBase(@Nullable String contextName) {
    this.contextName = contextName;
  }

  public @Nullable String getContextName() {
    return contextName;
  }
}
