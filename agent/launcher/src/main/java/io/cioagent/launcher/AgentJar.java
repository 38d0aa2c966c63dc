package io.cioagent.launcher;

import java.net.URI;
import java.net.URL;

/** Finds the jar that this code runs from. */
final class AgentJar {
  private AgentJar() {}

  /**
   * The jar's path. Taken from the class's resource, not its protection domain, which is empty
   * under some custom system class loaders.
   */
  static String path() throws Exception {
    String resource = AgentJar.class.getName().replace('.', '/') + ".class";
    ClassLoader loader = AgentJar.class.getClassLoader();
    // Null on the bootstrap loader, where -Xbootclasspath/a puts the jar.
    URL url =
        loader == null ? ClassLoader.getSystemResource(resource) : loader.getResource(resource);
    // jar:file:/path/customerio-agent.jar!/io/...
    String inJar = url.toString();
    String file = inJar.substring("jar:".length(), inJar.indexOf("!/"));
    return new URI(file).getPath();
  }
}
