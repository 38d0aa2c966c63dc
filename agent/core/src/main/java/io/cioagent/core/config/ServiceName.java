package io.cioagent.core.config;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The service name. The default is derived from the configuration of the application's framework,
 * the manifest of its jar, the server it runs in, or the command that started the JVM. Loads no
 * class of the application, and never throws.
 */
final class ServiceName {
  private static final String UNKNOWN = "unknown_service:java";
  private static final int LONGEST = 255;

  /** Jars and main classes that start any application, in lower case. */
  private static final Set<String> STARTERS =
      new HashSet<>(
          Arrays.asList(
              "main",
              "mainkt",
              "bootstrap",
              "start",
              "jarlauncher",
              "warlauncher",
              "propertieslauncher",
              "jboss-modules",
              "quarkus-run",
              "quarkusentrypoint",
              "ws-server",
              "xmlconfiguration",
              "asmain",
              "glassfishmain"));

  private @Nullable String name;

  /** Null once the default is known. */
  private @Nullable Sources sources;

  /**
   * Reads no file yet, because classes of the application may wait for the settings.
   *
   * @param name the name in the settings, if it is set
   */
  ServiceName(@Nullable String name, Sources sources) {
    this.name = name;
    this.sources = name == null ? sources : null;
  }

  /** The name in the settings, else of the application; a fixed text if nothing names it. */
  synchronized String get() {
    if (sources != null) {
      name = find(sources);
      sources = null;
    }
    return name == null ? UNKNOWN : name;
  }

  private static String find(Sources sources) {
    StartCommand command =
        new StartCommand(
            sources.systemProperty("sun.java.command"), sources.systemProperty("java.class.path"));
    try {
      String name = configured(sources, command);
      if (name == null) {
        name = ServerName.of(sources, command);
      }
      if (name != null) {
        return name;
      }
    } catch (RuntimeException e) {
      // A name is not worth a failure: the command remains.
    }
    String started = command.name();
    return started.isEmpty() || isStarter(started) ? UNKNOWN : started;
  }

  private static @Nullable String configured(Sources sources, StartCommand command) {
    for (String key : ApplicationFiles.FRAMEWORK_KEYS) {
      // Spring lets arguments of the program take precedence.
      String name = nameIn(command.argument("--" + key + "=", " "));
      if (name == null) {
        name = nameIn(sources.systemProperty(key));
      }
      if (name == null) {
        name = nameIn(sources.variable(Setting.variable(key)));
      }
      if (name != null) {
        return name;
      }
    }
    ApplicationFiles files = new ApplicationFiles(sources.systemProperty("user.dir"));
    files.read(command.classPath());
    String name = files.configuredName();
    if (name != null || !titleNamesApplication(command)) {
      return name;
    }
    String title = nameIn(files.title());
    return title == null || isStarter(title) ? null : title;
  }

  /** The manifest of a server's jar names the server, and that of a library names the library. */
  private static boolean titleNamesApplication(StartCommand command) {
    String name = command.name().toLowerCase(Locale.ROOT);
    // Quarkus writes the application's name into the manifest of its starter.
    return command.isArchive()
        ? !STARTERS.contains(name) || name.equals("quarkus-run")
        : name.endsWith("launcher") && STARTERS.contains(name);
  }

  private static boolean isStarter(String name) {
    return STARTERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The value without surrounding whitespace; null if it is not a name, but a placeholder. */
  static @Nullable String nameIn(@Nullable String value) {
    String name = value == null ? "" : value.trim();
    boolean isPlaceholder =
        name.contains("${")
            || name.contains("#{")
            || name.contains("{{")
            || name.indexOf('@') != name.lastIndexOf('@');
    if (name.isEmpty() || name.length() > LONGEST || isPlaceholder) {
      return null;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.isISOControl(name.charAt(i))) {
        return null;
      }
    }
    return name;
  }
}
