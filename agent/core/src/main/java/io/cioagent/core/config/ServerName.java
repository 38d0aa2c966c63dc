package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/**
 * The name of the application server that the JVM runs, from the system properties and arguments
 * that its scripts set. A server's default name, such as the name of the host, is none.
 */
final class ServerName {
  private static final String[] JBOSS_NAMES = {"jboss.node.name", "jboss.server.name"};
  private static final String[] JBOSS_HOSTS = {
    "jboss.host.name", "jboss.qualified.host.name",
  };

  private final Sources sources;
  private final StartCommand command;

  private ServerName(Sources sources, StartCommand command) {
    this.sources = sources;
    this.command = command;
  }

  /** Null if there is no server, or nothing names it. */
  static @Nullable String of(Sources sources, StartCommand command) {
    return new ServerName(sources, command).find();
  }

  private @Nullable String find() {
    String name = jboss();
    if (name == null) {
      name = tomcat();
    }
    if (name == null) {
      name = glassfish();
    }
    if (name == null) {
      name = liberty();
    }
    if (name == null) {
      name = jetty();
    }
    return name == null ? lastElement(property("karaf.base")) : name;
  }

  private @Nullable String jboss() {
    for (String key : JBOSS_NAMES) {
      String name = ServiceName.nameIn(propertyOrArgument(key));
      if (name != null && !isHost(name)) {
        return name;
      }
    }
    String base = lastElement(propertyOrArgument("jboss.server.base.dir"));
    return base == null || base.equals("standalone")
        ? lastElement(propertyOrArgument("jboss.home.dir"))
        : base;
  }

  /** The server itself uses the name of its host where none is set. */
  private boolean isHost(String name) {
    for (String key : JBOSS_HOSTS) {
      String host = property(key);
      if (host != null && (host.equals(name) || host.startsWith(name + "."))) {
        return true;
      }
    }
    return false;
  }

  private @Nullable String tomcat() {
    String base = lastElement(property("catalina.base"));
    // Named after the port, and perhaps a random number, where Tomcat is embedded.
    boolean isEmbedded = base != null && base.matches("tomcat(\\.\\d+)+");
    if (isEmbedded) {
      return null;
    }
    return base == null ? lastElement(property("catalina.home")) : base;
  }

  private @Nullable String glassfish() {
    String instance = ServiceName.nameIn(property("com.sun.aas.instanceName"));
    // The name of each domain's own server.
    return instance == null || instance.equals("server")
        ? lastElement(property("com.sun.aas.instanceRoot"))
        : instance;
  }

  private @Nullable String liberty() {
    String name = ServiceName.nameIn(property("wlp.server.name"));
    return name == null && command.isArchive() && command.name().equals("ws-server")
        ? ServiceName.nameIn(command.firstArgument())
        : name;
  }

  private @Nullable String jetty() {
    String base = lastElement(property("jetty.base"));
    if (base == null) {
      base = lastElement(command.argument("jetty.base=", " "));
    }
    // Jetty's base is the working directory unless something else is set.
    boolean isStart = command.isArchive() && command.name().equals("start");
    if (base == null && isStart) {
      base = lastElement(property("user.dir"));
    }
    return base == null ? lastElement(property("jetty.home")) : base;
  }

  private @Nullable String property(String key) {
    return sources.systemProperty(key);
  }

  /** The scripts of JBoss pass system properties as arguments of the program. */
  private @Nullable String propertyOrArgument(String key) {
    String value = property(key);
    return value == null ? command.argument("-D" + key + "=", " -") : value;
  }

  private static @Nullable String lastElement(@Nullable String path) {
    String rest = path == null ? "" : path.trim();
    int end = rest.length();
    while (end > 0 && isSlash(rest.charAt(end - 1))) {
      end--;
    }
    int from = end;
    while (from > 0 && !isSlash(rest.charAt(from - 1))) {
      from--;
    }
    String name = rest.substring(from, end);
    return name.equals(".") || name.equals("..") ? null : ServiceName.nameIn(name);
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }
}
