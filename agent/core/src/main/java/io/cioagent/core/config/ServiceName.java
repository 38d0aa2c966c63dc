package io.cioagent.core.config;

import org.jspecify.annotations.Nullable;

/** Derives the default service name from the command that started the JVM. */
final class ServiceName {
  /** Holds the main class or jar and its arguments, separated by spaces. */
  static final String COMMAND_PROPERTY = "sun.java.command";

  private static final String UNKNOWN = "unknown_service:java";
  private static final String[] ARCHIVES = {".jar", ".war"};

  private ServiceName() {}

  /**
   * The simple name of a main class, or a jar's file name without its extension.
   *
   * @param command the value of {@link #COMMAND_PROPERTY}, if it is set
   */
  static String of(@Nullable String command) {
    String trimmed = command == null ? "" : command.trim();
    String started = trimmed.substring(0, end(trimmed));
    String file = started.substring(lastSlash(started) + 1);
    for (String archive : ARCHIVES) {
      int stem = file.length() - archive.length();
      if (stem > 0 && file.regionMatches(true, stem, archive, 0, archive.length())) {
        return file.substring(0, stem);
      }
    }
    String simple = file.substring(file.lastIndexOf('.') + 1);
    return simple.isEmpty() ? UNKNOWN : simple;
  }

  /** The index at which the arguments begin. A path with spaces ends at the first archive name. */
  private static int end(String command) {
    int space = command.indexOf(' ');
    if (space < 0) {
      return command.length();
    }
    if (isPath(command)) {
      for (int i = command.indexOf('.'); i >= 0; i = command.indexOf('.', i + 1)) {
        for (String archive : ARCHIVES) {
          int after = i + archive.length();
          if (command.regionMatches(true, i, archive, 0, archive.length())
              && (after == command.length() || command.charAt(after) == ' ')) {
            return after;
          }
        }
      }
    }
    return space;
  }

  /** A slash within the text may also separate a module and its main class. */
  private static boolean isPath(String command) {
    char first = command.charAt(0);
    return first == '/' || first == '\\' || first == '.' || command.startsWith(":\\", 1);
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }
}
