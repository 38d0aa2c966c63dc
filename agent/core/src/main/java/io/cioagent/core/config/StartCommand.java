package io.cioagent.core.config;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command that started the JVM: the main class or jar, and its arguments. */
final class StartCommand {
  private static final String[] ARCHIVES = {".jar", ".war"};

  private final String started;

  /** Begins with a space if there are any. */
  private final String arguments;

  private final boolean archive;
  private final List<String> classPath;

  /**
   * Splits the text, in which the JVM separates the arguments by spaces.
   *
   * @param command the value of {@code sun.java.command}, if it is set
   * @param classPath the value of {@code java.class.path}, if it is set
   */
  StartCommand(@Nullable String command, @Nullable String classPath) {
    this.classPath = entries(classPath);
    String trimmed = command == null ? "" : command.trim();
    String first = this.classPath.isEmpty() ? "" : this.classPath.get(0);
    // With -jar, the jar is the class path. Agents are appended to it.
    boolean isFirst =
        !first.isEmpty()
            && trimmed.startsWith(first)
            && (trimmed.length() == first.length() || trimmed.charAt(first.length()) == ' ');
    int end = isFirst ? first.length() : end(trimmed);
    started = trimmed.substring(0, end);
    arguments = trimmed.substring(end);
    archive = isFirst || extension(started) > 0;
  }

  private static List<String> entries(@Nullable String classPath) {
    List<String> entries = new ArrayList<>();
    if (classPath == null || classPath.isEmpty()) {
      return entries;
    }
    int from = 0;
    for (int to; (to = classPath.indexOf(File.pathSeparatorChar, from)) >= 0; from = to + 1) {
      entries.add(classPath.substring(from, to));
    }
    entries.add(classPath.substring(from));
    return entries;
  }

  /** The entries of the class path, in their order. */
  List<String> classPath() {
    return classPath;
  }

  /** Whether a jar was started rather than a class. */
  boolean isArchive() {
    return archive;
  }

  /**
   * The simple name of the main class, or the jar's file name without its extension; empty if the
   * command is not known.
   */
  String name() {
    String file = started.substring(lastSlash(started) + 1);
    int extension = extension(file);
    if (extension > 0) {
      return file.substring(0, extension);
    }
    // A jar may have any name, such as shop-1.2.
    return archive ? file : file.substring(file.lastIndexOf('.') + 1);
  }

  /**
   * The value of an argument.
   *
   * @param prefix what precedes the value in the argument
   * @param end what follows the value, unless it is the last
   */
  @Nullable String argument(String prefix, String end) {
    int at = arguments.indexOf(" " + prefix);
    if (at < 0) {
      return null;
    }
    int from = at + 1 + prefix.length();
    int to = arguments.indexOf(end, from);
    return to < 0 ? arguments.substring(from) : arguments.substring(from, to);
  }

  /** The first argument, unless it is an option. */
  @Nullable String firstArgument() {
    String first = argument("", " ");
    return first == null || first.startsWith("-") ? null : first;
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

  /** The index of an archive's extension; not positive if the file has none. */
  private static int extension(String file) {
    for (String archive : ARCHIVES) {
      int stem = file.length() - archive.length();
      if (stem > 0 && file.regionMatches(true, stem, archive, 0, archive.length())) {
        return stem;
      }
    }
    return -1;
  }

  private static int lastSlash(String path) {
    return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  }
}
